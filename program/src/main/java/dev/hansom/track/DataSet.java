package dev.hansom.track;

import dev.hansom.base.Json;

/// The rows that a run read: whose content (`fingerprint`), from where, of which period, and how many were read, kept
/// and
/// dropped for which reason (`accounting`, which also holds its licence, its files and what its fields look like).
public record DataSet(String name, String fingerprint, String source, String period, Json accounting) {}

package dev.hansom.project;

import dev.hansom.score.Type;
import java.util.Optional;

/// A raw field: its name, the column it is read from, its type, the moment at which its value is known, and, where it
/// is used before that moment, the reason why it may stand in for something known.
public record Field(
        String name, String column, Type type, Moment known, Optional<String> standsInFor, Optional<String> unit) {}

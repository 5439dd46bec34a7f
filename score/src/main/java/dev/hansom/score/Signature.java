package dev.hansom.score;

/// What a scorer needs and what it says: the fields of a row, which of them is the time the row is about (`at`),
/// the zone of its wall clock, which rows it is meant for, and the target with its unit.
///
/// `keep` is the text of a boolean expression over the fields (`true` where every row is meant).
/// Threads: immutable.
public record Signature(
        String project, Schema schema, String time, String zone, String keep, String target, String unit) {}

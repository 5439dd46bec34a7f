package dev.hansom.score.expression;

import java.util.Map;

/// A small fixed table from a whole number to text, called in expressions like a function: `borough(PULocationID)`.
///
/// A missing or unlisted key answers `otherwise`. Printed into SQL as a CASE.
/// Source of the table's rows is kept as text for reports.
public record Table(String name, Map<Long, String> values, String otherwise, String source) {
    public Table {
        values = Map.copyOf(values);
    }
}

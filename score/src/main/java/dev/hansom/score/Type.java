package dev.hansom.score;

/// The type of a field or of an expression's answer.
///
/// One missing value a type: a missing `DOUBLE` is NaN, a missing `STRING` is null, every other type is held
/// in a `long` whose missing value is [Columns#NULL].
public enum Type {
    /// A 64-bit floating point number; NaN is the missing value.
    DOUBLE,
    /// A 64-bit integer.
    INT64,
    /// Text.
    STRING,
    /// Wall-clock microseconds since 1970-01-01T00:00 in the project's time zone.
    TIMESTAMP,
    /// Days since 1970-01-01.
    DATE,
    /// 0 or 1; logic is three-valued.
    BOOLEAN;

    /// Whether values are held in a `long`.
    public boolean isLong() {
        return this != DOUBLE && this != STRING;
    }

    /// Whether arithmetic applies.
    public boolean isNumeric() {
        return this == DOUBLE || this == INT64;
    }

    /// The name a person writes in a project file, for example `int64`.
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

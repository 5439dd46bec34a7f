package dev.hansom.project;

/// What a lookup learns from the rows of a key.
public enum Statistic {
    /// The mean of an expression.
    MEAN,
    /// The median of an expression.
    MEDIAN,
    /// A quantile of an expression, interpolated between neighbours.
    QUANTILE,
    /// The sum of one expression over the sum of another.
    RATIO,
    /// How many rows there are in which an expression is not missing.
    COUNT
}

/// Scalar expressions in a subset of SQL: typed, null-aware, compiled once, run everywhere.
@NullMarked
package dev.hansom.score.expression;

import org.jspecify.annotations.NullMarked;

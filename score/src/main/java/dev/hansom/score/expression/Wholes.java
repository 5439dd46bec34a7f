package dev.hansom.score.expression;

import dev.hansom.score.Columns;

/// What computes an INT64, TIMESTAMP, DATE or BOOLEAN for a row; [Columns#NULL] where missing.
interface Wholes {
    long at(Columns columns, int row);
}

package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Row;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.List;
import java.util.Map;

/// The columns that the tests of expressions speak about, and a row of a taxi ride.
final class Rows {
    static final Schema SCHEMA = new Schema(List.of(
            new Schema.Column("miles", Type.DOUBLE),
            new Schema.Column("fare", Type.DOUBLE),
            new Schema.Column("PULocationID", Type.INT64),
            new Schema.Column("DOLocationID", Type.INT64),
            new Schema.Column("pickup", Type.TIMESTAMP),
            new Schema.Column("dropoff", Type.TIMESTAMP),
            new Schema.Column("day", Type.DATE),
            new Schema.Column("flag", Type.STRING),
            new Schema.Column("word", Type.STRING),
            new Schema.Column("night", Type.BOOLEAN)));

    static final Scope SCOPE = Scope.of(SCHEMA)
            .with(new Table("borough", Map.of(74L, "Manhattan", 7L, "Queens", 265L, "it's outside"), "?", "a test"))
            .with(new Table("north", Type.INT64, Type.DOUBLE, Map.of(74L, 40.8, -7L, -1e300), null, "a test"))
            .with(new Table("rank", Type.STRING, Type.DOUBLE, Map.of("a", 1.0, "it's", 2.0), 0.5, "a test"))
            .with(new Table("tongue", Type.STRING, Type.STRING, Map.of("Año N", "es", "a", "en"), "?", "a test"));

    private Rows() {}

    /// 2021-01-31 08:05:00 to 08:17:30.5, a Sunday; `fare`, `word` and `DOLocationID` are missing.
    static Row ride() {
        return new Row(SCHEMA)
                .set("miles", 2.5)
                .set("PULocationID", 74L)
                .set("pickup", 1612080300000000L)
                .set("dropoff", 1612081050500000L)
                .set("day", 18658L)
                .set("flag", "Año N")
                .set("night", 0L);
    }

    /// The answer of an expression for the ride: Double, Long, String, Boolean or null.
    static Object answer(String text) {
        return answer(Expression.compile(text, SCOPE), ride().columns(), 0);
    }

    static Object answer(Expression expression, Columns columns, int row) {
        return switch (expression.type()) {
            case DOUBLE -> {
                double value = expression.number(columns, row);
                yield Double.isNaN(value) ? null : value;
            }
            case STRING -> expression.string(columns, row);
            case BOOLEAN -> {
                long value = expression.integer(columns, row);
                yield value == Columns.NULL ? null : Boolean.valueOf(value == 1);
            }
            case INT64, TIMESTAMP, DATE -> {
                long value = expression.integer(columns, row);
                yield value == Columns.NULL ? null : Long.valueOf(value);
            }
        };
    }
}

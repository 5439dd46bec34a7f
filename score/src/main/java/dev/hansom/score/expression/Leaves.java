package dev.hansom.score.expression;

import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.List;
import java.util.function.Supplier;

/// Where values come from: columns and calculations.
final class Leaves {
    private Leaves() {}

    /// A column of rows that somebody gave: a number may be infinite there, which is missing.
    static Term column(Schema schema, String name) {
        return column(schema.index(name), schema.type(schema.index(name)), name);
    }

    /// The same, standing in column `index`.
    static Term column(int index, Type type, String name) {
        String quoted = Sql.name(name);
        return type != Type.DOUBLE
                ? computed(index, type, type == Type.BOOLEAN ? 1 : Term.ANY_WHOLE, () -> quoted)
                : Term.number(
                        List.of(),
                        Term.ANY_NUMBER,
                        () -> "CASE WHEN isfinite(" + quoted + ") THEN " + quoted + " END",
                        (columns, row) -> Numbers.finite(columns.number(index, row)),
                        (block, into) -> {
                            block.columns().numbers(index, block.from(), into, block.size());
                            for (int i = 0; i < block.size(); i++) {
                                into[i] = Numbers.finite(into[i]);
                            }
                        });
    }

    /// A column that a term computed.
    static Term computed(int index, Type type, double bound, Supplier<String> sql) {
        return switch (type) {
            case DOUBLE ->
                Term.number(
                        List.of(),
                        bound,
                        sql,
                        (columns, row) -> columns.number(index, row),
                        (block, into) -> block.columns().numbers(index, block.from(), into, block.size()));
            case STRING ->
                Term.text(
                        List.of(),
                        sql,
                        (columns, row) -> columns.text(index, row),
                        (block, into) -> block.columns().texts(index, block.from(), into, block.size()));
            case INT64, TIMESTAMP, DATE, BOOLEAN ->
                Term.whole(
                        type,
                        List.of(),
                        bound,
                        sql,
                        (columns, row) -> columns.integer(index, row),
                        (block, into) -> block.columns().integers(index, block.from(), into, block.size()));
        };
    }

    static Term calculation(String name, Calculation calculation) {
        Supplier<String> sql = () -> {
            throw new IllegalStateException("the lookup " + name + " has no SQL");
        };
        return Term.number(
                List.of(),
                Term.ANY_NUMBER,
                sql,
                (columns, row) -> Numbers.finite(calculation.number(columns, row)),
                (block, into) -> {
                    calculation.numbers(block, into);
                    for (int i = 0; i < block.size(); i++) {
                        into[i] = Numbers.finite(into[i]);
                    }
                });
    }
}

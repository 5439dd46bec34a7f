package dev.hansom.oip;

import dev.hansom.base.Json;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.List;
import java.util.OptionalLong;

/// Writes the data of tensors into columns, null as missing, and notes which rows do not fit.
final class ColumnReader {
    private static final double WHOLE = 0x1p53;

    private final Columns columns;
    private final WallClock clock;
    private final TensorProblems problems;

    ColumnReader(Columns columns, WallClock clock, TensorProblems problems) {
        this.columns = columns;
        this.clock = clock;
        this.problems = problems;
    }

    /// Reads a tensor whose datatype fits and whose length is the number of rows.
    void read(int field, Tensor tensor) {
        Type type = columns.schema().type(field);
        List<Json> data = tensor.data();
        int wrong = 0;
        int first = 0;
        for (int row = 0; row < data.size(); row++) {
            if (!put(type, field, row, data.get(row)) && wrong++ == 0) {
                first = row;
            }
        }
        if (wrong > 0) {
            problems.add(
                    "tensor " + tensor.name(),
                    (wrong == 1 ? "a value does" : wrong + " values do") + " not fit, the first at row " + first,
                    expected(type) + ", or null");
        }
    }

    private boolean put(Type type, int field, int row, Json value) {
        if (value instanceof Json.Null) {
            return true;
        }
        return switch (type) {
            case DOUBLE -> real(field, row, value);
            case INT64 -> whole(field, row, value);
            case STRING -> {
                boolean text = value instanceof Json.Text;
                if (value instanceof Json.Text(String words)) {
                    columns.set(field, row, words);
                }
                yield text;
            }
            case TIMESTAMP -> value instanceof Json.Text(String text) && keep(field, row, clock.timestamp(text));
            case DATE -> value instanceof Json.Text(String text) && keep(field, row, WallClock.date(text));
            case BOOLEAN -> value instanceof Json.Bool(boolean yes) && keep(field, row, OptionalLong.of(yes ? 1 : 0));
        };
    }

    private boolean real(int field, int row, Json value) {
        double number = switch (value) {
            case Json.Real(double real) -> real;
            case Json.Whole(long whole) -> whole;
            default -> Double.NaN;
        };
        columns.set(field, row, number);
        return Double.isFinite(number);
    }

    private boolean whole(int field, int row, Json value) {
        return switch (value) {
            case Json.Whole(long whole) -> whole != Columns.NULL && keep(field, row, OptionalLong.of(whole));
            case Json.Real(double real) ->
                real == Math.rint(real) && Math.abs(real) <= WHOLE && keep(field, row, OptionalLong.of((long) real));
            default -> false;
        };
    }

    private boolean keep(int field, int row, OptionalLong value) {
        if (value.isPresent()) {
            columns.set(field, row, value.getAsLong());
        }
        return value.isPresent();
    }

    private static String expected(Type type) {
        return switch (type) {
            case DOUBLE -> "a finite number";
            case INT64 -> "a whole number";
            case STRING -> "text";
            case TIMESTAMP -> "a time such as 2021-03-01T07:15:00, with or without an offset";
            case DATE -> "a date such as 2021-03-01";
            case BOOLEAN -> "true or false";
        };
    }
}

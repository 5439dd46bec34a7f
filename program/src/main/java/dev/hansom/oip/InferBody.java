package dev.hansom.oip;

import dev.hansom.base.Json;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// An inference request in the making: a tensor a field.
final class InferBody {
    private InferBody() {}

    /// The columns of `asked` for rows `from` to `to` of `rows`. Errors: a column that `rows` lacks is an
    /// IllegalArgumentException.
    static Json of(Schema asked, Columns rows, int from, int to) {
        return Json.object()
                .put("inputs", Json.array(asked.columns(), column -> tensor(column, rows, from, to)))
                .build();
    }

    private static Json tensor(Schema.Column field, Columns rows, int from, int to) {
        int column = rows.schema().index(field.name());
        if (column < 0) {
            throw new IllegalArgumentException("the rows have no column " + field.name());
        }
        List<Json> data = new ArrayList<>(to - from);
        for (int row = from; row < to; row++) {
            data.add(rows.isNull(column, row) ? Json.none() : value(rows, column, row));
        }
        return Json.object()
                .put("name", field.name())
                .put("datatype", Datatype.of(field.type()))
                .put("shape", Json.array(Json.of(data.size())))
                .put("data", new Json.Items(data))
                .build();
    }

    private static Json value(Columns rows, int column, int row) {
        return switch (rows.schema().type(column)) {
            case DOUBLE -> Json.of(rows.number(column, row));
            case STRING -> Json.of(rows.text(column, row));
            case INT64 -> Json.of(rows.integer(column, row));
            case BOOLEAN -> Json.of(rows.integer(column, row) != 0);
            case DATE -> Json.of(LocalDate.ofEpochDay(rows.integer(column, row)).toString());
            case TIMESTAMP -> Json.of(time(rows.integer(column, row)));
        };
    }

    private static String time(long micros) {
        long second = Math.floorDiv(micros, 1_000_000L);
        int nano = (int) Math.floorMod(micros, 1_000_000L) * 1000;
        String text = LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC).toString();
        return text.length() == 16 ? text + ":00" : text;
    }
}

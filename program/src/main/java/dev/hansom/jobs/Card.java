package dev.hansom.jobs;

import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.check.PrivateNames;
import dev.hansom.data.Dataset;
import dev.hansom.data.Part;
import dev.hansom.data.Window;
import dev.hansom.project.Field;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.time.LocalDate;
import java.util.List;

/// The card of a data set: its account, its licence, its files, and what each of its fields looks like. It holds bounds
/// of numbers and times where they do not look private, and no texts of rows.
final class Card {
    private Card() {}

    static Json of(Project project, Dataset data) {
        JsonBuilder card = Json.object();
        Facts.json(data.labelledAccounting()).members().forEach(card::put);
        card.put("licence", project.data().licence());
        card.put(
                "files",
                Json.array(
                        data.parts().stream()
                                .flatMap(part -> part.files().stream())
                                .distinct()
                                .toList(),
                        file -> Json.of(String.valueOf(file.getFileName()))));
        JsonBuilder fields = Json.object();
        for (int i = 0; i < project.fields().size(); i++) {
            fields.put(project.fields().get(i).name(), field(project.fields().get(i), i, data.parts()));
        }
        return card.put("fields", fields.build()).build();
    }

    private static Json field(Field field, int column, List<Part> parts) {
        long missing = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Part part : parts) {
            Columns rows = part.rows();
            for (int row = 0; row < rows.size(); row++) {
                if (rows.isNull(column, row)) {
                    missing++;
                } else if (field.type() != Type.STRING && !PrivateNames.has(field)) {
                    double value = field.type() == Type.DOUBLE ? rows.number(column, row) : rows.integer(column, row);
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
        }
        JsonBuilder json = Json.object().put("type", field.type().text()).put("missing", missing);
        if (least <= most) {
            json.put("least", text(field.type(), least)).put("most", text(field.type(), most));
        }
        return json.build();
    }

    private static String text(Type type, double value) {
        return switch (type) {
            case TIMESTAMP -> Window.time((long) value).toString();
            case DATE -> LocalDate.ofEpochDay((long) value).toString();
            case INT64, BOOLEAN -> String.valueOf((long) value);
            case DOUBLE, STRING -> String.valueOf(value);
        };
    }
}

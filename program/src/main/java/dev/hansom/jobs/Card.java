package dev.hansom.jobs;

import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.base.PersonalData;
import dev.hansom.data.Dataset;
import dev.hansom.data.FileShape;
import dev.hansom.data.Part;
import dev.hansom.project.Field;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.List;

/// The card of a data set: its account, its licence, its files, and what its fields and its target look like. Of a
/// field
/// that looks personal it holds nothing but how many values are missing.
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
                        Card::file));
        List<Columns> rows = data.parts().stream().map(Part::rows).toList();
        JsonBuilder fields = Json.object();
        for (int i = 0; i < project.fields().size(); i++) {
            fields.put(project.fields().get(i).name(), field(project.fields().get(i), i, rows));
        }
        return card.put("fields", fields).put("target", target(project, data)).build();
    }

    private static Json file(FileShape file) {
        return Json.object()
                .put("name", file.file().name())
                .put("bytes", file.bytes())
                .put("written", file.written())
                .build();
    }

    private static Json field(Field field, int column, List<Columns> rows) {
        FieldCard card = new FieldCard(field.type(), column, rows);
        return isPersonal(field, column, rows) ? card.closed() : card.open();
    }

    private static boolean isPersonal(Field field, int column, List<Columns> parts) {
        return PersonalData.isNamed(field.name())
                || PersonalData.isNamed(field.column())
                || (field.type() == Type.STRING
                        && parts.stream()
                                .anyMatch(rows -> PersonalData.hasMails(rows.size(), row -> rows.text(column, row))));
    }

    /// The target of the rows that have one. It is what a project asks for, and a number or a class.
    private static Json target(Project project, Dataset data) {
        int column = data.schema().size() - 1;
        List<Columns> rows = data.parts().stream().map(Part::labelled).toList();
        FieldCard card = new FieldCard(data.schema().type(column), column, rows);
        return PersonalData.isNamed(project.target().name()) ? card.closed() : card.open();
    }
}

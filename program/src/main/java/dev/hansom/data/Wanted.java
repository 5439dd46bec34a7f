package dev.hansom.data;

import dev.hansom.project.Field;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.List;

/// A column that is wanted from files: the name it gets, the column of the file that it is read from, and its type.
public record Wanted(String name, String column, Type type) {
    /// The column of a project's field.
    static Wanted of(Field field) {
        return new Wanted(field.name(), field.column(), field.type());
    }

    /// What rows of `wanted` look like.
    public static Schema schema(List<Wanted> wanted) {
        return new Schema(wanted.stream()
                .map(one -> new Schema.Column(one.name(), one.type()))
                .toList());
    }
}

package dev.hansom.draft;

import dev.hansom.data.FileStyle;
import dev.hansom.score.Columns;
import java.util.List;
import java.util.Optional;

/// Somebody's files, looked at: how many files and rows, every column, and a sample of the rows drawn evenly from all
/// of
/// them. The sample has a column for each readable one, in their order. `styles` are how the
/// files are written.
record Survey(int files, long rows, List<Surveyed> columns, Columns sample, List<FileStyle> styles) {
    Survey {
        styles = List.copyOf(styles);
        columns = List.copyOf(columns);
    }

    List<Surveyed> readable() {
        return columns.stream().filter(Surveyed::isReadable).toList();
    }

    Optional<Surveyed> column(String name) {
        return columns.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /// Where a readable column is in the sample.
    int index(String name) {
        return sample.schema().index(name);
    }
}

package dev.hansom.report;

import dev.hansom.report.Grid.Cell;
import dev.hansom.report.Grid.Head;
import dev.hansom.report.plot.Numerals;
import java.util.List;
import java.util.Map;

/// How many rows were read, and what became of them.
final class RowsSection {
    private RowsSection() {}

    /// `rows` by what happened to them, in the order of happening, `read` first.
    static Section of(Map<String, Long> rows) {
        double read = rows.getOrDefault("read", 0L);
        Grid grid = new Grid(
                "Rows by what became of them",
                List.of(Head.text("Rows"), Head.number("Count"), Head.number("Of those read")),
                rows.entrySet().stream()
                        .map(row -> List.of(
                                Cell.of(row.getKey().replace('_', ' ')),
                                Cell.of(Numerals.count(row.getValue())),
                                Cell.of(Numerals.percent(read > 0 ? row.getValue() / read : Double.NaN, 2))))
                        .toList());
        return new Section("rows", "Row accounting", List.of(grid));
    }

    /// How often the validation part has been opened, by whom.
    static Piece openings(Map<String, Long> openings) {
        return new Grid(
                "Openings of the validation part",
                List.of(Head.text("Job"), Head.number("Times")),
                openings.entrySet().stream()
                        .map(opening -> List.of(Cell.of(opening.getKey()), Cell.of(Numerals.count(opening.getValue()))))
                        .toList());
    }
}

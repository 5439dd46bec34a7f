package dev.hansom.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An aligned table of text: numbers to the right, words to the left, two blanks between columns.
final class TextTable {
    private final List<String[]> rows = new ArrayList<>();
    private final boolean headed;

    /// A table with a line of column names.
    TextTable(String... header) {
        headed = header.length > 0;
        if (headed) {
            rows.add(header);
        }
    }

    TextTable row(String... cells) {
        rows.add(cells);
        return this;
    }

    /// The lines, without blanks at their ends.
    List<String> lines() {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            lines.add(line(rows.get(i), widths, columns));
            if (headed && i == 0) {
                lines.add("-".repeat(Arrays.stream(widths).sum() + 2 * (columns - 1)));
            }
        }
        return lines;
    }

    void print(Console console) {
        lines().forEach(line -> console.line("  " + line));
    }

    private String line(String[] row, int[] widths, int columns) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            String cell = i < row.length ? row[i] : "";
            String blanks = " ".repeat(widths[i] - cell.length());
            line.append(isNumeric(i) ? blanks + cell : cell + blanks).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private boolean isNumeric(int column) {
        return rows.stream()
                .skip(headed ? 1 : 0)
                .filter(row -> column < row.length && !row[column].isEmpty())
                .allMatch(row -> row[column].matches("[-+±]?[0-9][0-9.,%e/ -]*|-"));
    }
}

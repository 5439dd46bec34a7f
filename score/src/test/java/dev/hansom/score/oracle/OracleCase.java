package dev.hansom.score.oracle;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A model file of another library, rows, and that library's own answers for them: `NAME.tsv` beside
/// `NAME.json` or whatever the model is. Rows and answers are set apart by a column `|`; an empty cell is
/// missing.
record OracleCase(Path model, Path table, int units, List<String> header, List<List<String>> rows) {
    static Stream<OracleCase> under(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList().stream()
                    .map(OracleCase::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OracleCase of(Path table) {
        try (Stream<Path> siblings = Files.list(table.getParent())) {
            String name = table.getFileName().toString().replaceAll("\\.tsv$", "");
            Path model = siblings.filter(file -> !file.equals(table)
                            && file.getFileName()
                                    .toString()
                                    .replaceAll("\\.[a-z]+$", "")
                                    .equals(name))
                    .findFirst()
                    .orElseThrow();
            List<String> lines = Files.readAllLines(table);
            int units = Integer.parseInt(lines.get(0).replaceAll(".*: ", ""));
            return new OracleCase(
                    model,
                    table,
                    units,
                    cells(lines.get(1)),
                    lines.stream().skip(2).map(OracleCase::cells).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\t", -1));
    }

    int width() {
        return header.indexOf("|");
    }

    int outputs() {
        return header.size() - width() - 1;
    }

    List<String> names() {
        return header.subList(0, width());
    }

    Columns columns(Schema schema) {
        Columns columns = new Columns(schema, rows.size());
        for (List<String> row : rows) {
            int at = columns.append();
            for (int i = 0; i < width(); i++) {
                String cell = row.get(i);
                if (schema.type(i) == Type.STRING) {
                    columns.set(i, at, cell.isEmpty() ? null : cell);
                } else {
                    columns.set(i, at, cell.isEmpty() ? Double.NaN : Double.parseDouble(cell));
                }
            }
        }
        return columns;
    }

    double answer(int row, int output) {
        String cell = rows.get(row).get(width() + 1 + output);
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    @Override
    public String toString() {
        return table.getParent().getFileName() + "/" + model.getFileName();
    }
}

package dev.hansom.score.file;

import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A model file that some version of Hansom wrote, and beside it (`.tsv`) rows with the answers it gave then.
///
/// The first line of the rows names the fields and `answer`; a cell is empty where the value is missing, `'` and the
/// text for text, digits for what is held in a long, and Java's hexadecimal form for doubles, so that no bit is lost.
record CorpusFile(Path model) {
    private static final String ANSWER = "answer";

    static List<CorpusFile> all(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".hansom"))
                    .sorted()
                    .map(CorpusFile::new)
                    .toList();
        }
    }

    static CorpusFile write(Path folder, String name, Model model, Columns rows) throws IOException {
        CorpusFile file = new CorpusFile(folder.resolve(name + ".hansom"));
        List<String> lines = new ArrayList<>();
        lines.add(String.join("\t", rows.schema().names()) + "\t" + ANSWER);
        for (int row = 0; row < rows.size(); row++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < rows.schema().size(); i++) {
                line.append(cell(rows, i, row)).append('\t');
            }
            lines.add(line + Double.toHexString(model.score(rows, row)));
        }
        Files.write(file.model, model.bytes());
        Files.write(file.rows(), lines);
        return file;
    }

    Model read() throws IOException {
        return Model.load(model);
    }

    /// The rows, with the remembered answers as a last column.
    Columns answered(Schema schema) throws IOException {
        List<String> lines = Files.readAllLines(rows());
        Columns columns = new Columns(schema.with(ANSWER, Type.DOUBLE), lines.size());
        if (!lines.get(0).equals(String.join("\t", columns.schema().names()))) {
            throw new IllegalStateException(rows() + ": " + lines.get(0));
        }
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            int row = columns.append();
            for (int i = 0; i < cells.length; i++) {
                set(columns, i, row, cells[i]);
            }
        }
        return columns;
    }

    private Path rows() {
        return Path.of(model.toString().replace(".hansom", ".tsv"));
    }

    private static String cell(Columns rows, int column, int row) {
        if (rows.isNull(column, row)) {
            return "";
        }
        return switch (rows.schema().type(column)) {
            case DOUBLE -> Double.toHexString(rows.number(column, row));
            case STRING -> "'" + rows.text(column, row);
            case INT64, TIMESTAMP, DATE, BOOLEAN -> Long.toString(rows.integer(column, row));
        };
    }

    private static void set(Columns columns, int column, int row, String cell) {
        if (!cell.isEmpty()) {
            switch (columns.schema().type(column)) {
                case DOUBLE -> columns.set(column, row, Double.parseDouble(cell));
                case STRING -> columns.set(column, row, cell.substring(1));
                case INT64, TIMESTAMP, DATE, BOOLEAN -> columns.set(column, row, Long.parseLong(cell));
            }
        }
    }
}

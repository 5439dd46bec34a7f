package dev.hansom.score.file;

import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A model file that some version of Hansom wrote, and beside it (`.tsv`) rows with the answers it gave then.
///
/// The first line of the rows names the fields and `answer`, and `answer_1` and so on where an answer has several
/// numbers; a cell is empty where the value is missing, `'` and the text for text, digits for what is held in a long,
/// and Java's hexadecimal form for doubles, so that no bit is lost.
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
        lines.add(String.join("\t", wider(rows.schema(), model.outputs()).names()));
        for (int row = 0; row < rows.size(); row++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < rows.schema().size(); i++) {
                line.append(cell(rows, i, row)).append('\t');
            }
            double[] answers = new double[model.outputs()];
            model.scores(rows, row, answers, 0);
            lines.add(
                    line + Arrays.stream(answers).mapToObj(Double::toHexString).collect(Collectors.joining("\t")));
        }
        Files.write(file.model, model.bytes());
        Files.write(file.rows(), lines);
        return file;
    }

    Model read() throws IOException {
        return Model.load(model);
    }

    /// The rows, with the remembered answers as last columns, `outputs` of them.
    Columns answered(Schema schema, int outputs) throws IOException {
        List<String> lines = Files.readAllLines(rows());
        Columns columns = new Columns(wider(schema, outputs), lines.size());
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

    private static Schema wider(Schema schema, int outputs) {
        Schema all = schema;
        for (int i = 0; i < outputs; i++) {
            all = all.with(i == 0 ? ANSWER : ANSWER + "_" + i, Type.DOUBLE);
        }
        return all;
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

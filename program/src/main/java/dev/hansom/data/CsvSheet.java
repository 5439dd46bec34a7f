package dev.hansom.data;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/// Rows that become a CSV file with a header, in UTF-8, as RFC 4180 has it but for the line ends, which are those of
/// Unix. A missing value is nothing, an empty text is a pair of quotes, a number is the shortest text that reads as the
/// same number again.
final class CsvSheet implements RowWriter.Sheet {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter FINE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private final BufferedWriter out;
    private final char delimiter;

    CsvSheet(Path file, Schema schema, char delimiter) throws IOException {
        this.delimiter = delimiter;
        this.out = Files.newBufferedWriter(file);
        out.write(schema.names().stream().map(this::quoted).collect(Collectors.joining(String.valueOf(delimiter))));
        out.write('\n');
    }

    @Override
    public void write(Columns rows) throws IOException {
        int width = rows.schema().size();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < width; column++) {
                if (column > 0) {
                    out.write(delimiter);
                }
                if (!rows.isNull(column, row)) {
                    out.write(text(rows, column, row));
                } else if (width == 1) {
                    // An empty line would be no row to many readers.
                    out.write("\"\"");
                }
            }
            out.write('\n');
        }
    }

    @Override
    public void finish() throws IOException {
        out.close();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private String text(Columns rows, int column, int row) {
        return switch (rows.schema().type(column)) {
            case DOUBLE -> Double.toString(rows.number(column, row));
            case STRING -> quoted(String.valueOf(rows.text(column, row)));
            case INT64 -> Long.toString(rows.integer(column, row));
            case TIMESTAMP -> time(rows.integer(column, row));
            case DATE -> LocalDate.ofEpochDay(rows.integer(column, row)).toString();
            case BOOLEAN -> rows.integer(column, row) == 0 ? "false" : "true";
        };
    }

    private static String time(long micros) {
        return Window.time(micros).format(micros % 1_000_000 == 0 ? TIME : FINE_TIME);
    }

    private String quoted(String text) {
        boolean plain = !text.isEmpty()
                && text.indexOf(delimiter) < 0
                && text.indexOf('"') < 0
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

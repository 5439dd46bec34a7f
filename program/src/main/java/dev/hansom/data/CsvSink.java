package dev.hansom.data;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// CSV: a header line, commas, quotes where a text needs them; numbers so that they read back as the same double;
/// nothing where a value is missing.
final class CsvSink implements RowWriter.Sink {
    private final Writer out;
    private final StringBuilder line = new StringBuilder();

    CsvSink(Path file, Schema schema) throws IOException {
        out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        for (int i = 0; i < schema.size(); i++) {
            line.append(i == 0 ? "" : ",");
            quote(schema.name(i));
        }
        endLine();
    }

    @Override
    public void write(Columns rows) throws IOException {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.schema().size(); column++) {
                line.append(column == 0 ? "" : ",");
                if (!rows.isNull(column, row)) {
                    value(rows, column, row);
                } else if (rows.schema().size() == 1) {
                    line.append("\"\"");
                }
            }
            endLine();
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

    private void value(Columns rows, int column, int row) {
        switch (rows.schema().type(column)) {
            case DOUBLE -> line.append(rows.number(column, row));
            case STRING -> quote(String.valueOf(rows.text(column, row)));
            case INT64, TIMESTAMP, DATE -> line.append(rows.integer(column, row));
            case BOOLEAN -> line.append(rows.integer(column, row) != 0);
        }
    }

    private void quote(String text) {
        if (text.isEmpty() || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            line.append(text);
        }
    }

    private void endLine() throws IOException {
        out.append(line.append('\n'));
        line.setLength(0);
    }
}

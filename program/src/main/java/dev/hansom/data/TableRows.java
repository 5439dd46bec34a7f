package dev.hansom.data;

import dev.hansom.base.Csv;
import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import dev.hansom.project.TableFiles;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the files of reference tables: CSV as it is, other files of rows through an engine of its own, every value as
/// a
/// text. Columns of lists are left out.
///
/// Threads: safe for many threads.
public final class TableRows implements TableFiles {
    private static final int MOST = 1_000_000;

    private final Path temporary;

    /// Scratch files lie in `temporary`.
    public TableRows(Path temporary) {
        this.temporary = temporary;
    }

    @Override
    public List<List<@Nullable String>> lines(Path file) {
        boolean other = Format.of(file).filter(format -> format != Format.CSV).isPresent();
        if (!other && !file.toString().endsWith(".gz")) {
            return Csv.read(file);
        }
        try (Engine engine = Engine.open(Engine.Settings.in(temporary))) {
            return lines(new RowReader(engine), file);
        }
    }

    private static List<List<@Nullable String>> lines(RowReader reader, Path file) {
        FileShape shape = reader.look(new DataFile(file));
        List<Wanted> wanted = shape.columns().entrySet().stream()
                .filter(column -> !FileShape.isNested(column.getValue()))
                .map(column -> new Wanted(column.getKey(), column.getKey(), Type.STRING))
                .toList();
        List<List<@Nullable String>> lines = new ArrayList<>();
        lines.add(new ArrayList<>(wanted.stream().map(Wanted::name).toList()));
        reader.read(shape, wanted, ZoneOffset.UTC, Progress.NONE, chunk -> {
            Columns rows = chunk.rows();
            if (chunk.first() + rows.size() > MOST) {
                throw new ProblemException(
                        Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "too large for a reference table")
                                .expected("at most " + MOST + " rows"));
            }
            for (int row = 0; row < rows.size(); row++) {
                List<@Nullable String> line = new ArrayList<>();
                for (int column = 0; column < wanted.size(); column++) {
                    line.add(rows.text(column, row));
                }
                lines.add(line);
            }
        });
        return lines;
    }
}

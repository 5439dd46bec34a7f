package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.data.DataFile;
import dev.hansom.data.Engine;
import dev.hansom.data.FileShape;
import dev.hansom.data.Reading;
import dev.hansom.data.RowReader;
import dev.hansom.data.RowWriter;
import dev.hansom.data.Selected;
import dev.hansom.data.Wanted;
import dev.hansom.project.CsvStyle;
import dev.hansom.project.Project;
import dev.hansom.score.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Answers every row of a file with a version of a project, or a model file of any kind that can be read: as many rows
/// out as in, in their order.
///
/// Memory does not grow with the rows.
public final class PredictJob {
    private final Desk desk;

    public PredictJob(Desk desk) {
        this.desk = desk;
    }

    /// Which model answers which rows, where to, and whether what is there may be replaced. `named` is a model file, a
    /// version's number or an alias of the project in `project`, whose memory is in `home`.
    public record Request(String named, Path project, Path home, Path input, Path output, boolean force) {
        private NamedModel.Wish wish() {
            return new NamedModel.Wish(named, project, home);
        }
    }

    /// Errors: `MODEL_UNSUPPORTED`, `MODEL_DAMAGED`, `COLUMN_MISSING` (all together), `DATA_UNREADABLE`,
    /// `FILE_UNUSABLE`; for a version or an alias also `NOT_FOUND`, `PROJECT_INVALID`.
    public Outcome.Predicted run(Request request) {
        Instant begun = desk.clock().instant();
        require(request);
        Optional<Project> project = request.wish().project(desk);
        try (Engine engine = Engine.open(new Engine.Settings(
                desk.machine().temporary(),
                desk.machine().dataMemory(),
                desk.machine().threads()))) {
            CsvStyle style = project.map(one -> one.data().csv()).orElse(CsvStyle.DETECTED);
            FileShape rows = new RowReader(engine).look(DataFile.input(request.input(), style));
            NamedModel model =
                    NamedModel.of(request.wish(), project, rows.columns().size(), desk);
            try {
                return answer(request, engine, rows, model, begun);
            } finally {
                ModelFiles.close(model.scorer());
            }
        }
    }

    private Outcome.Predicted answer(Request request, Engine engine, FileShape rows, NamedModel model, Instant begun) {
        Scorer scorer = model.scorer();
        InputMatch match = InputMatch.of(model, rows, request.input());
        AnswerTable answers = AnswerTable.of(scorer);
        Losses losses = new Losses(request.input(), !match.foreign());
        try (RowWriter writer = RowWriter.open(engine, request.output(), answers.schema())) {
            Reading reading = new RowReader(engine)
                    .read(
                            rows,
                            match.columns(),
                            losses,
                            desk.progress(),
                            chunk -> writer.write(answers.answer(chunk.rows())));
            writer.finish();
            return new Outcome.Predicted(
                    model.project().isPresent() ? model.name() : ModelFiles.describe(scorer),
                    reading.rows(),
                    answers.schema().names(),
                    answers.unanswered(),
                    notes(match, losses),
                    Duration.between(begun, desk.clock().instant()));
        }
    }

    private static List<String> notes(InputMatch match, Losses losses) {
        List<String> notes = new ArrayList<>(match.notes());
        losses.counts.forEach((column, count) ->
                notes.add(count + " values of " + column + " could not be read as declared and count as missing"));
        return notes;
    }

    private static void require(Request request) {
        if (!request.output().toString().toLowerCase(Locale.ROOT).matches(".*\\.(parquet|csv|tsv)")) {
            throw new ProblemException(Problem.of(
                            ErrorCode.FILE_UNUSABLE, request.output().toString(), "no format that rows are written in")
                    .expected("a name that ends in .parquet or .csv"));
        }
        for (Path other : Stream.concat(Stream.of(request.input()), request.wish().file().stream())
                .toList()) {
            if (isSame(request.output(), other)) {
                throw new ProblemException(
                        Problem.of(ErrorCode.FILE_UNUSABLE, request.output().toString(), "the output is also an input")
                                .expected("another name"));
            }
        }
        if (Files.isDirectory(request.output()) || (Files.exists(request.output()) && !request.force())) {
            throw new ProblemException(
                    Problem.of(ErrorCode.FILE_UNUSABLE, request.output().toString(), "it is there already")
                            .expected("a new name")
                            .next("--force replaces it"));
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize())
                    || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException e) {
            return false;
        }
    }

    /// What becomes of values that have no reading: missing where fields are declared, else a refusal.
    private static final class Losses implements Selected.Losses {
        private final Path file;
        private final boolean lenient;
        private final Map<String, Long> counts = new TreeMap<>();

        Losses(Path file, boolean lenient) {
            this.file = file;
            this.lenient = lenient;
        }

        @Override
        public void lost(Wanted wanted, long row) {
            if (!lenient) {
                throw new ProblemException(Problem.of(
                                ErrorCode.DATA_UNREADABLE,
                                file.toString(),
                                "column " + wanted.column() + ": a value that is no number in row " + (row + 1))
                        .expected(wanted.type().text() + ", which the model reads"));
            }
            counts.merge(wanted.column(), 1L, Long::sum);
        }
    }
}

package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.data.Dataset;
import dev.hansom.data.DatasetReader;
import dev.hansom.data.Engine;
import dev.hansom.data.Month;
import dev.hansom.data.Months;
import dev.hansom.data.Split;
import dev.hansom.data.Unsifted;
import dev.hansom.data.Window;
import dev.hansom.design.RollingOrigin;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.project.Project;
import dev.hansom.project.ProjectReader;
import dev.hansom.score.Columns;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/// A project with its data, opened for one job. A month is read when it is asked for, and not before.
///
/// Threads: for one thread.
final class Study implements AutoCloseable {
    private final Desk desk;
    private final Project project;
    private final Engine engine;
    private final DatasetReader reader;
    private final Months months;

    private Study(Desk desk, Project project, Engine engine, DatasetReader reader, Months months) {
        this.desk = desk;
        this.project = project;
        this.engine = engine;
        this.reader = reader;
        this.months = months;
    }

    /// Opens the project in `file`.
    static Study open(Desk desk, Path file) {
        Project project = ProjectReader.read(file);
        Engine engine = Engine.open(new Engine.Settings(
                desk.machine().temporary(),
                desk.machine().dataMemory(),
                desk.machine().threads()));
        try {
            DatasetReader reader = new DatasetReader(engine);
            return new Study(desk, project, engine, reader, reader.months(project, desk.progress()));
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    Project project() {
        return project;
    }

    Months months() {
        return months;
    }

    Engine engine() {
        return engine;
    }

    Dataset read(List<Month> which) {
        return reader.read(project, which, desk.progress());
    }

    /// The rows of `which` as they came, whether `keep` holds for them or not.
    Unsifted unsifted(List<Month> which) {
        return reader.unsifted(project, which, desk.progress());
    }

    /// Labelled rows with their time and target found.
    LabelledRows labelled(Columns rows) {
        return LabelledRows.of(rows, project.time(), project.target().name());
    }

    /// The labelled training rows whose label was known when validation began.
    /// Errors: DATA_TOO_SMALL where there are fewer than anything is fitted on.
    LabelledRows known(Dataset training) {
        LabelledRows known =
                labelled(Split.known(training.labelled(), timeColumn(), validationStart(), project.labelDelay()));
        if (known.size() < RollingOrigin.LEAST_PAST) {
            throw new ProblemException(Problem.of(
                            ErrorCode.DATA_TOO_SMALL,
                            period(months.training()),
                            "too few rows to learn from have their label when validation begins")
                    .value(known.size() + " of " + training.labelled().size() + " labelled rows")
                    .expected("at least " + RollingOrigin.LEAST_PAST)
                    .next("add months, or look at label_delay in the project file"));
        }
        return known;
    }

    int timeColumn() {
        return project.schema().index(project.time());
    }

    private long validationStart() {
        return Window.of(months.validation().getFirst().period()).start();
    }

    /// The moment at which the live months begin, or the past ends where there are none.
    long liveStart() {
        return months.live().isEmpty()
                ? Window.of(months.past().getLast().period()).end()
                : Window.of(months.live().getFirst().period()).start();
    }

    /// The first month of `which` as text, with the last one where there are several.
    static String period(List<Month> which) {
        YearMonth first = which.getFirst().period();
        YearMonth last = which.getLast().period();
        return first.equals(last) ? first.toString() : first + ".." + last;
    }

    static List<String> periods(List<Month> which) {
        return which.stream().map(month -> month.period().toString()).toList();
    }

    @Override
    public void close() {
        engine.close();
    }
}

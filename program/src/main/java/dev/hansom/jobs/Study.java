package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.data.Dataset;
import dev.hansom.data.DatasetReader;
import dev.hansom.data.Engine;
import dev.hansom.data.Period;
import dev.hansom.data.Periods;
import dev.hansom.data.Split;
import dev.hansom.data.Stretches;
import dev.hansom.data.Unsifted;
import dev.hansom.data.Window;
import dev.hansom.design.RollingOrigin;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import java.nio.file.Path;
import java.util.List;

/// A project with its data, opened for one job. A month is read when it is asked for, and not before.
///
/// Threads: for one thread.
final class Study implements AutoCloseable {
    private final Desk desk;
    private final Project project;
    private final Engine engine;
    private final DatasetReader reader;
    private final Periods periods;

    private Study(Desk desk, Project project, Engine engine, DatasetReader reader, Periods periods) {
        this.desk = desk;
        this.project = project;
        this.engine = engine;
        this.reader = reader;
        this.periods = periods;
    }

    /// Opens the project in `file`.
    static Study open(Desk desk, Path file) {
        Project project = ProjectFile.read(desk, file);
        Engine engine = Engine.open(new Engine.Settings(
                desk.machine().temporary(),
                desk.machine().dataMemory(),
                desk.machine().threads()));
        try {
            DatasetReader reader = new DatasetReader(engine);
            return new Study(desk, project, engine, reader, reader.periods(project, desk.progress()));
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    Project project() {
        return project;
    }

    Periods periods() {
        return periods;
    }

    Engine engine() {
        return engine;
    }

    Dataset read(List<Period> which) {
        return reader.read(project, which, desk.progress());
    }

    /// The rows of `which` as they came, whether `keep` holds for them or not.
    Unsifted unsifted(List<Period> which) {
        return reader.unsifted(project, which, desk.progress());
    }

    /// Labelled rows with their time and target found.
    LabelledRows labelled(Columns rows) {
        return LabelledRows.of(rows, project.time(), project.target().name());
    }

    /// The labelled training rows whose label was known when validation began.
    /// Errors: DATA_TOO_SMALL where there are fewer than anything is fitted on.
    LabelledRows known(Dataset training) {
        LabelledRows known = knownAtAll(training);
        if (known.size() < RollingOrigin.LEAST_PAST) {
            throw new ProblemException(Problem.of(
                            ErrorCode.DATA_TOO_SMALL,
                            Period.name(periods.training()),
                            "too few rows to learn from have their label when validation begins")
                    .value(known.size() + " of " + training.labelled().size() + " labelled rows")
                    .expected("at least " + RollingOrigin.LEAST_PAST)
                    .next("add at least " + (RollingOrigin.LEAST_PAST - known.size())
                            + " rows with a target, or look at label_delay in the project file"));
        }
        return known;
    }

    /// The same, however few.
    LabelledRows knownAtAll(Dataset training) {
        return labelled(Split.known(
                training.labelled(),
                timeColumn(),
                periods.validation().getFirst().window().start(),
                project.labelDelay()));
    }

    /// Those of `later` whose group is none of the known ones of `training`; all of them where groups make no
    /// difference.
    LabelledRows unseen(LabelledRows later, Dataset training) {
        if (project.split().group().isEmpty() || !project.timed()) {
            return later;
        }
        int group = project.labelledSchema().index(project.split().group().get());
        return labelled(Split.unseen(later.columns(), training.labelled(), group));
    }

    /// The windows that the design compares rule and model over.
    Stretches toCompare(Columns past, int folds) {
        return Stretches.toCompare(project, past, timeColumn(), periods.liveStart(), folds);
    }

    /// The windows of the validation periods.
    Stretches validated() {
        return Stretches.within(
                project,
                new Window(
                        periods.validation().getFirst().window().start(),
                        periods.validation().getLast().window().end()));
    }

    int timeColumn() {
        return project.labelledSchema().index(project.time());
    }

    static List<String> names(List<Period> which) {
        return which.stream().map(Period::name).toList();
    }

    @Override
    public void close() {
        engine.close();
    }
}

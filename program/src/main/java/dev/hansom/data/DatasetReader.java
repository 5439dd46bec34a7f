package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads the periods of a project. A period that nobody asks for is left unread, but for its time column, which says
/// which period it is.
///
/// Threads: safe for many threads.
public final class DatasetReader {
    private final Engine engine;

    public DatasetReader(Engine engine) {
        this.engine = engine;
    }

    /// The periods there are, from the time columns of the files.
    /// Errors: `FILE_UNUSABLE`, `DATA_UNREADABLE`, `COLUMN_MISSING` (all of all files together), `DATA_TOO_SMALL`.
    public Periods periods(Project project, Progress progress) {
        List<FileShape> shapes = new RowReader(engine).look(DataFiles.of(project.data()), FileReader.wanted(project));
        return new PeriodFinder(project, new FileReader(engine, project)).find(shapes, progress);
    }

    /// All periods. Errors: those of [#periods] and of [#read(Project, List, Progress)].
    public Dataset read(Project project, Progress progress) {
        return read(project, periods(project, progress).all(), progress);
    }

    /// The rows of `periods`, which are side by side.
    /// Errors: `DATA_UNREADABLE`; `DATA_TOO_SMALL` where no row is left; `TARGET_EMPTY` where no target is usable.
    public Dataset read(Project project, List<Period> periods, Progress progress) {
        Sieve sieve = new Sieve(project);
        List<Part> parts = new ArrayList<>();
        for (Period period : together(periods)) {
            parts.add(read(project, period, sieve, progress));
        }
        Dataset dataset = new Dataset(project.labelledSchema(), project.schema().size(), parts);
        if (!parts.isEmpty()) {
            require(project, dataset.labelledAccounting());
            requireClass(project, dataset);
        }
        return dataset;
    }

    /// The rows of `periods` whether `keep` holds for them or not. Errors: `DATA_UNREADABLE`.
    public Unsifted unsifted(Project project, List<Period> periods, Progress progress) {
        Sieve sieve = new Sieve(project);
        List<Columns> rows = new ArrayList<>();
        Accounting accounting = Accounting.NONE;
        for (Period period : together(periods)) {
            Loaded loaded = load(project, period, sieve, progress);
            rows.add(ordered(project, loaded.all(), loaded.sifted().traffic()));
            accounting = accounting.plus(loaded.accounting());
        }
        return new Unsifted(Dataset.together(project.labelledSchema(), rows), accounting);
    }

    /// The same periods, with those as one that share a file, so that no file is read twice.
    private static List<Period> together(List<Period> periods) {
        boolean shared = periods.stream()
                        .flatMap(period -> period.files().stream())
                        .distinct()
                        .count()
                < periods.stream().mapToLong(period -> period.files().size()).sum();
        if (!shared) {
            return periods;
        }
        Period first = periods.getFirst();
        Period last = periods.getLast();
        return List.of(new Period(
                Period.name(periods),
                new Window(first.window().start(), last.window().end()),
                new Window(first.reach().start(), last.reach().end()),
                periods.stream()
                        .flatMap(period -> period.files().stream())
                        .distinct()
                        .toList()));
    }

    /// All rows of a period as read, the target set, and which of them are which.
    private record Loaded(Columns all, Sieve.Sifted sifted, Accounting asked) {
        Accounting accounting() {
            Accounting labelled = asked;
            for (Map.Entry<String, Long> lack : sifted.unlabelled().entrySet()) {
                labelled = labelled.dropping(lack.getKey(), lack.getValue());
            }
            return labelled;
        }
    }

    private Loaded load(Project project, Period period, Sieve sieve, Progress progress) {
        FileReader reader = new FileReader(engine, project);
        Columns all = new Columns(project.labelledSchema(), 1 << 14);
        Map<String, Long> lossy = new TreeMap<>();
        for (FileShape file : period.files()) {
            Columns rows = period.reach().equals(Window.EVER) ? all : new Columns(all.schema(), 1 << 14);
            reader.read(file, rows, progress).forEach((field, count) -> lossy.merge(field, count, Long::sum));
            if (rows != all) {
                sieve.order(rows);
                for (int row = 0; row < rows.size(); row++) {
                    if (period.reaches(sieve.at(rows, row))) {
                        all.appendFrom(rows, row);
                    }
                }
            }
        }
        Sieve.Sifted sifted = sieve.sift(all, period.window());
        return new Loaded(all, sifted, new Accounting(all.size(), sifted.rows().size(), sifted.unasked(), lossy));
    }

    private Part read(Project project, Period period, Sieve sieve, Progress progress) {
        Loaded loaded = load(project, period, sieve, progress);
        return new Part(
                period.name(),
                period.window(),
                period.files().stream().map(shape -> shape.file().path()).toList(),
                ordered(project, loaded.all(), loaded.sifted().rows()),
                ordered(project, loaded.all(), loaded.sifted().labelled()),
                loaded.asked(),
                loaded.accounting(),
                RowHash.sum(loaded.all(), project.schema().size(), 0));
    }

    /// The rows in order of time, equal times in order of content.
    private static Columns ordered(Project project, Columns rows, List<Integer> indexes) {
        int width = project.schema().size();
        int time = project.labelledSchema().index(project.time());
        Comparator<Integer> byTime = Comparator.comparingLong(row -> rows.integer(time, row));
        return rows.select(indexes.stream()
                .sorted(byTime.thenComparingLong(row -> RowHash.high(rows, width, row))
                        .thenComparingLong(row -> RowHash.low(rows, width, row)))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    /// Goes on where rows with a target are left. `labelled` counts down to them.
    /// Errors: `DATA_TOO_SMALL` where no row is left; `TARGET_EMPTY` where no target is usable.
    public static void require(Project project, Accounting labelled) {
        if (labelled.kept() > 0) {
            return;
        }
        String where = project.data().folder().toString();
        String counts = labelled.read() + " rows read, dropped " + labelled.dropped();
        if (labelled.dropped(Accounting.TARGET_MISSING) + labelled.dropped(Accounting.KEEP_LABELLED) == 0) {
            throw new ProblemException(Problem.of(ErrorCode.DATA_TOO_SMALL, where, "no row is left")
                    .value(counts)
                    .expected("rows in the periods of their files for which keep holds")
                    .next(
                            project.timed()
                                    ? "see time and keep in the project file"
                                    : "see keep, split, data.validate and data.live in the project file"
                                            + project.split()
                                                    .group()
                                                    .map(group -> "; there may be too few values of " + group)
                                                    .orElse("")));
        }
        throw new ProblemException(Problem.of(
                        ErrorCode.TARGET_EMPTY,
                        where,
                        "no row has a usable target " + project.target().name())
                .value(counts)
                .expected(project.target().expression() + " with a value for which keep_labelled holds")
                .next("see target and keep_labelled in the project file"));
    }

    /// A class is 1 or 0. Errors: `TARGET_EMPTY` where some rows have other values.
    private static void requireClass(Project project, Dataset dataset) {
        if (!project.target().isClass()) {
            return;
        }
        int target = project.labelledSchema().size() - 1;
        SortedSet<Double> others = new TreeSet<>();
        for (Part part : dataset.parts()) {
            for (int row = 0; row < part.labelled().size() && others.size() < 10; row++) {
                double value = part.labelled().number(target, row);
                if (value != 0 && value != 1) {
                    others.add(value);
                }
            }
        }
        if (!others.isEmpty()) {
            throw new ProblemException(Problem.of(
                            ErrorCode.TARGET_EMPTY,
                            project.data().folder().toString(),
                            "the target " + project.target().name() + " is no class: it has other values than 1 and 0")
                    .value(others.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                    .expected("a condition, or 1 and 0")
                    .next("ask one class against the rest, such as target.expression: "
                            + project.target().expression() + " = "
                            + others.first().longValue()
                            + "; or leave task: classification out"));
        }
    }
}

package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads the periods of a project, or its sample of them. A period that nobody asks for is left unread, but for its
/// time
/// column, which says which period it is.
///
/// Threads: safe for many threads.
public final class DatasetReader {
    private static final Set<Fate> ASKED = Set.of(Fate.LABELLED, Fate.TARGET_MISSING, Fate.KEEP_LABELLED);
    private static final Set<Fate> TRAFFIC = Set.of(Fate.LABELLED, Fate.TARGET_MISSING, Fate.KEEP_LABELLED, Fate.KEEP);

    private final Engine engine;
    private final long heap;

    public DatasetReader(Engine engine) {
        this(engine, Runtime.getRuntime().maxMemory());
    }

    /// A reader in a program of `heap` bytes of memory.
    public DatasetReader(Engine engine, long heap) {
        this.engine = engine;
        this.heap = heap;
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
    /// Errors: `DATA_UNREADABLE`; `DATA_TOO_SMALL` where no row is left; `TARGET_EMPTY` where no target is usable;
    /// `DATA_TOO_LARGE` before they outgrow the memory.
    public Dataset read(Project project, List<Period> periods, Progress progress) {
        List<Part> parts = new ArrayList<>();
        long taken = 0;
        for (Period period : together(periods)) {
            Room room = room(project, periods, taken);
            parts.add(read(project, period, room, progress));
            taken += room.bytes(parts.getLast().rows());
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
        List<Columns> rows = new ArrayList<>();
        Accounting accounting = Accounting.NONE;
        long taken = 0;
        for (Period period : together(periods)) {
            Room room = room(project, periods, taken);
            Kept kept = new Kept(project, TRAFFIC, room);
            accounting = accounting.plus(load(project, period, kept, progress));
            rows.add(kept.ordered());
            taken += room.bytes(rows.getLast());
        }
        return new Unsifted(Dataset.together(project.labelledSchema(), rows), accounting);
    }

    /// The problem that the rows of `project`, or the work on them, did not fit into the memory of the program.
    public static Problem outOfMemory(Project project) {
        long heap = Runtime.getRuntime().maxMemory();
        return Room.tooLarge(
                project.data().folder().toString(),
                "it is full",
                heap,
                2 * heap,
                project.data().sample() / 2);
    }

    private Room room(Project project, List<Period> periods, long taken) {
        RowReader reader = new RowReader(engine);
        return new Room(
                project,
                heap,
                taken,
                () -> periods.stream()
                        .flatMap(period -> period.files().stream())
                        .distinct()
                        .mapToLong(reader::count)
                        .sum());
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

    /// The account of a period down to the rows with a label; those wanted are in `kept`.
    private Accounting load(Project project, Period period, Kept kept, Progress progress) {
        return ProjectRows.sampled(engine, project).read(List.of(period), progress, kept::add);
    }

    private Part read(Project project, Period period, Room room, Progress progress) {
        Kept kept = new Kept(project, ASKED, room);
        Accounting labelled = load(project, period, kept, progress);
        Columns rows = kept.ordered();
        return new Part(
                period.name(),
                period.window(),
                period.files(),
                rows,
                kept.labelled(),
                labelled.keeping(Accounting.TARGET_MISSING, Accounting.KEEP_LABELLED),
                labelled,
                kept.fingerprint());
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

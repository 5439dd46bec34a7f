package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads the months of a project. A month that nobody asks for is left unread, but for its time column, which says
/// which month it is.
///
/// Threads: safe for many threads.
public final class DatasetReader {
    private final Engine engine;

    public DatasetReader(Engine engine) {
        this.engine = engine;
    }

    /// The months there are, from the time columns of the files.
    /// Errors: `FILE_UNUSABLE`, `DATA_UNREADABLE`, `COLUMN_MISSING` (all of all files together), `DATA_TOO_SMALL`.
    public Months months(Project project, Progress progress) {
        List<FileShape> shapes = new RowReader(engine).look(DataFiles.of(project.data()), FileReader.wanted(project));
        FileReader reader = new FileReader(engine, project);
        SortedMap<YearMonth, List<FileShape>> periods = new TreeMap<>();
        progress.begin("looking at files", shapes.size(), "files");
        for (int i = 0; i < shapes.size(); i++) {
            FileShape shape = shapes.get(i);
            YearMonth period = reader.period(shape).orElseThrow(() -> new ProblemException(timeless(project, shape)));
            periods.computeIfAbsent(period, key -> new ArrayList<>()).add(shape);
            progress.at(i + 1L);
        }
        progress.end();
        List<Month> months = periods.entrySet().stream()
                .map(entry -> new Month(entry.getKey(), entry.getValue()))
                .toList();
        return Months.part(months, project.data());
    }

    /// All months. Errors: those of [#months] and of [#read(Project, List, Progress)].
    public Dataset read(Project project, Progress progress) {
        return read(project, months(project, progress).all(), progress);
    }

    /// The rows of `months`.
    /// Errors: `DATA_UNREADABLE`; `DATA_TOO_SMALL` where no row is left; `TARGET_EMPTY` where no target is usable.
    public Dataset read(Project project, List<Month> months, Progress progress) {
        Sieve sieve = new Sieve(project);
        List<Part> parts = new ArrayList<>();
        for (Month month : months) {
            parts.add(read(project, month, sieve, progress));
        }
        Dataset dataset = new Dataset(project.labelledSchema(), project.schema().size(), parts);
        check(project, dataset);
        return dataset;
    }

    /// The rows of `months` whether `keep` holds for them or not. Errors: `DATA_UNREADABLE`.
    public Unsifted unsifted(Project project, List<Month> months, Progress progress) {
        Sieve sieve = new Sieve(project);
        List<Columns> rows = new ArrayList<>();
        Accounting accounting = Accounting.NONE;
        for (Month month : months) {
            Loaded loaded = load(project, month, sieve, progress);
            rows.add(ordered(project, loaded.all(), loaded.sifted().traffic()));
            accounting = accounting.plus(loaded.accounting());
        }
        return new Unsifted(Dataset.together(project.labelledSchema(), rows), accounting);
    }

    /// All rows of a month as read, the target set, and which of them are which.
    private record Loaded(Columns all, Sieve.Sifted sifted, Accounting asked) {
        Accounting accounting() {
            Accounting labelled = asked;
            for (Map.Entry<String, Long> lack : sifted.unlabelled().entrySet()) {
                labelled = labelled.dropping(lack.getKey(), lack.getValue());
            }
            return labelled;
        }
    }

    private Loaded load(Project project, Month month, Sieve sieve, Progress progress) {
        FileReader reader = new FileReader(engine, project);
        Columns all = new Columns(project.labelledSchema(), 1 << 14);
        Map<String, Long> lossy = new TreeMap<>();
        for (FileShape file : month.files()) {
            reader.read(file, all, progress).forEach((field, count) -> lossy.merge(field, count, Long::sum));
        }
        Sieve.Sifted sifted = sieve.sift(all, Window.of(month.period()));
        return new Loaded(all, sifted, new Accounting(all.size(), sifted.rows().size(), sifted.unasked(), lossy));
    }

    private Part read(Project project, Month month, Sieve sieve, Progress progress) {
        Loaded loaded = load(project, month, sieve, progress);
        return new Part(
                month.period(),
                month.files().stream().map(shape -> shape.file().path()).toList(),
                ordered(project, loaded.all(), loaded.sifted().rows()),
                ordered(project, loaded.all(), loaded.sifted().labelled()),
                loaded.asked(),
                loaded.accounting(),
                RowHash.sum(loaded.all(), project.schema().size(), 0));
    }

    /// The rows in order of time, equal times in order of content.
    private static Columns ordered(Project project, Columns rows, List<Integer> indexes) {
        int width = project.schema().size();
        int time = project.schema().index(project.time());
        Comparator<Integer> byTime = Comparator.comparingLong(row -> rows.integer(time, row));
        return rows.select(indexes.stream()
                .sorted(byTime.thenComparingLong(row -> RowHash.high(rows, width, row))
                        .thenComparingLong(row -> RowHash.low(rows, width, row)))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    private static void check(Project project, Dataset dataset) {
        Accounting accounting = dataset.labelledAccounting();
        if (accounting.kept() > 0 || dataset.parts().isEmpty()) {
            return;
        }
        String where = project.data().folder().toString();
        String counts = accounting.read() + " rows read, dropped " + accounting.dropped();
        if (dataset.accounting().kept() == 0) {
            throw new ProblemException(Problem.of(ErrorCode.DATA_TOO_SMALL, where, "no row is left")
                    .value(counts)
                    .expected("rows in the months of their files for which keep holds")
                    .next("see time and keep in the project file"));
        }
        throw new ProblemException(Problem.of(
                        ErrorCode.TARGET_EMPTY,
                        where,
                        "no row has a usable target " + project.target().name())
                .value(counts)
                .expected(project.target().expression() + " with a value for which keep_labelled holds")
                .next("see target and keep_labelled in the project file"));
    }

    private static Problem timeless(Project project, FileShape shape) {
        return Problem.of(
                        ErrorCode.DATA_UNREADABLE,
                        shape.file().path().toString(),
                        "no row has a time, so its month is unknown")
                .expected("times in the column of the field " + project.time())
                .next("see time in the project file");
    }
}

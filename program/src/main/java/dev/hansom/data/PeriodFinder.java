package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.project.SplitPlan;
import dev.hansom.project.SplitPlan.Each;
import dev.hansom.project.SplitPlan.PeriodOf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Finds the periods of a project's files: from their time columns, or from the shares of a made-up order.
///
/// Errors: `DATA_UNREADABLE` for files without a time; `DATA_TOO_SMALL` where no period is left to train on.
final class PeriodFinder {
    /// A file with at least this share of its times in one period is a file of that period.
    private static final double PRACTICALLY = 0.75;
    /// A period with less than this share of the usual one's rows neither starts nor ends the data.
    private static final double STRAY = 0.01;

    private final Project project;
    private final SplitPlan plan;
    private final FileReader reader;

    PeriodFinder(Project project, FileReader reader) {
        this.project = project;
        this.plan = project.split();
        this.reader = reader;
    }

    /// A file, and how many of its times lie in the periods that start at these moments.
    private record Timed(FileShape shape, NavigableMap<Long, Long> starts) {
        long main() {
            return starts.entrySet().stream()
                    .max(Map.Entry.<Long, Long>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .orElseThrow()
                    .getKey();
        }

        double mainShare() {
            double all = starts.values().stream().mapToLong(Long::longValue).sum();
            return starts.getOrDefault(main(), 0L) / all;
        }
    }

    Periods find(List<FileShape> shapes, Progress progress) {
        if (!project.timed()) {
            return shares(shapes);
        }
        List<Timed> files = timed(shapes, plan.each(), progress);
        boolean byFile = plan.period() == PeriodOf.FILE
                || (plan.period() == PeriodOf.AUTO
                        && files.size() > 1
                        && files.stream().allMatch(file -> file.mainShare() >= PRACTICALLY));
        List<Period> periods = byFile ? ofFiles(files) : ofRows(files, plan.each());
        int needed = Periods.needed(plan, periods.size());
        if (periods.size() < needed) {
            throw new ProblemException(tooFew(shapes, periods, needed, byFile));
        }
        return Periods.part(periods, plan);
    }

    private Periods shares(List<FileShape> shapes) {
        long live = MadeUpOrder.place(1 - plan.live());
        long validate = MadeUpOrder.place(1 - plan.live() - plan.validate());
        return new Periods(
                List.of(share("train", 0, validate, shapes)),
                List.of(share("validate", validate, live, shapes)),
                plan.live() == 0 ? List.of() : List.of(share("live", live, MadeUpOrder.SPAN, shapes)));
    }

    private static Period share(String name, long start, long end, List<FileShape> shapes) {
        return new Period(name, new Window(start, end), new Window(start, end), shapes);
    }

    private List<Timed> timed(List<FileShape> shapes, Each each, Progress progress) {
        List<Timed> files = new ArrayList<>();
        List<Problem> timeless = new ArrayList<>();
        progress.begin("looking at files", shapes.size(), "files");
        for (FileShape shape : shapes) {
            NavigableMap<Long, Long> starts = reader.periods(shape, each);
            if (starts.isEmpty()) {
                timeless.add(timeless(shape));
            } else {
                files.add(new Timed(shape, starts));
            }
            progress.at(files.size());
        }
        progress.end();
        if (!timeless.isEmpty()) {
            throw new ProblemException(timeless);
        }
        return files;
    }

    private List<Period> ofFiles(List<Timed> files) {
        NavigableMap<Long, List<FileShape>> starts = new TreeMap<>();
        files.forEach(file ->
                starts.computeIfAbsent(file.main(), start -> new ArrayList<>()).add(file.shape()));
        return starts.entrySet().stream()
                .map(entry -> new Period(
                        Calendar.name(plan.each(), entry.getKey()),
                        Calendar.window(plan.each(), entry.getKey()),
                        Window.EVER,
                        entry.getValue()))
                .toList();
    }

    private List<Period> ofRows(List<Timed> files, Each each) {
        NavigableMap<Long, Long> usual = usual(files);
        List<Period> periods = new ArrayList<>();
        for (long start : usual.keySet()) {
            Window window = Calendar.window(each, start);
            Long before = usual.lowerKey(start);
            Window reach = new Window(
                    before == null ? Long.MIN_VALUE : window.start(),
                    usual.higherKey(start) == null ? Long.MAX_VALUE : window.end());
            List<FileShape> holding = files.stream()
                    .filter(file -> file.starts().containsKey(start) || before == null)
                    .map(Timed::shape)
                    .toList();
            periods.add(new Period(Calendar.name(each, start), window, reach, holding));
        }
        return periods;
    }

    /// The periods with rows, without those of a few wrong clocks before the first and after the last.
    private static NavigableMap<Long, Long> usual(List<Timed> files) {
        NavigableMap<Long, Long> starts = new TreeMap<>();
        files.forEach(file -> file.starts().forEach((start, rows) -> starts.merge(start, rows, Long::sum)));
        List<Long> sorted = starts.values().stream().sorted().toList();
        double least = STRAY * sorted.get(sorted.size() / 2);
        while (starts.firstEntry().getValue() < least) {
            starts.pollFirstEntry();
        }
        while (starts.lastEntry().getValue() < least) {
            starts.pollLastEntry();
        }
        return starts;
    }

    private Problem timeless(FileShape shape) {
        return Problem.of(
                        ErrorCode.DATA_UNREADABLE,
                        shape.file().path().toString(),
                        "no row has a time, so its " + Calendar.word(plan.each()) + " is unknown")
                .expected("times in the column of the field " + project.time())
                .next("see time in the project file");
    }

    private Problem tooFew(List<FileShape> shapes, List<Period> periods, int needed, boolean byFile) {
        String each = Calendar.word(plan.each());
        String found = periods.stream()
                .map(period -> period.name() + " ("
                        + period.files().stream()
                                .map(file -> file.file().name())
                                .collect(Collectors.joining(", "))
                        + ")")
                .collect(Collectors.joining(", "));
        return Problem.of(ErrorCode.DATA_TOO_SMALL, project.data().folder().toString(), "too few " + each + "s of data")
                .value(periods.size() + " found: " + found)
                .expected("at least " + needed + ": 1 to train, " + Periods.count(plan.validate(), periods.size())
                        + " to validate, " + Periods.count(plan.live(), periods.size()) + " live")
                .next(advice(shapes, byFile, needed));
    }

    /// Shorter periods that would do, where there are some.
    private String advice(List<FileShape> shapes, boolean byFile, int needed) {
        for (Each shorter : List.of(Each.MONTH, Each.WEEK, Each.DAY)) {
            if (shorter.compareTo(plan.each()) <= 0) {
                int there =
                        ofRows(timed(shapes, shorter, Progress.NONE), shorter).size();
                if (there >= needed && (byFile || shorter != plan.each())) {
                    String how = "set data.each: " + Calendar.word(shorter) + (byFile ? " and data.period: row" : "");
                    return how + " (there are " + there + "), or add files of more " + Calendar.word(plan.each()) + "s";
                }
            }
        }
        return "add files of more " + Calendar.word(plan.each()) + "s";
    }
}

package dev.hansom.data;

import dev.hansom.project.Project;
import dev.hansom.project.SplitPlan.Each;
import dev.hansom.score.Columns;
import java.util.ArrayList;
import java.util.List;

/// The windows over which rule and model are compared, in order, and what one of them is called.
public record Stretches(Stretch stretch, List<Window> windows) {
    /// How many weeks, at most, the design looks back.
    public static final int WEEKS = 6;

    private static final int MONTHS = 12;
    private static final int MOST_DAYS = 42;
    private static final int PARTS = 10;
    /// Fewer full weeks than this in the validation periods, and days are compared.
    private static final int LEAST_WEEKS = 4;

    public Stretches {
        windows = List.copyOf(windows);
    }

    /// Weeks, or other windows that count as such.
    public static Stretches weeks(List<Window> windows) {
        return new Stretches(Stretch.WEEK, windows);
    }

    /// For the design: the last six weeks with rows before `end`; days where there are fewer; months where periods are
    /// years; so many `folds` where there is no time. `rows` are in order of column `time`.
    public static Stretches toCompare(Project project, Columns rows, int time, long end, int folds) {
        if (!project.timed()) {
            return new Stretches(Stretch.FOLD, equal(new Window(0, end), folds));
        }
        if (rows.size() == 0) {
            return new Stretches(Stretch.WEEK, List.of());
        }
        if (project.split().each() == Each.YEAR) {
            return new Stretches(Stretch.MONTH, back(Stretch.MONTH, rows, time, end, MONTHS));
        }
        List<Window> weeks = back(Stretch.WEEK, rows, time, end, WEEKS);
        if (weeks.size() == WEEKS) {
            return new Stretches(Stretch.WEEK, weeks);
        }
        List<Window> days = back(Stretch.DAY, rows, time, end, MOST_DAYS);
        return days.size() <= weeks.size()
                ? new Stretches(Stretch.WEEK, weeks)
                : new Stretches(Stretch.DAY, days.subList(days.size() / 2, days.size()));
    }

    /// For what is fitted already: the full weeks of `window`, or its days where there are fewer than four weeks;
    /// months
    /// where periods are years; ten parts where there is no time.
    public static Stretches within(Project project, Window window) {
        if (!project.timed()) {
            return new Stretches(Stretch.PART, equal(window, PARTS));
        }
        if (project.split().each() == Each.YEAR) {
            return new Stretches(Stretch.MONTH, months(window));
        }
        List<Window> weeks = Blocks.weeksIn(window);
        return weeks.size() >= LEAST_WEEKS
                ? new Stretches(Stretch.WEEK, weeks)
                : new Stretches(Stretch.DAY, Blocks.daysIn(window));
    }

    /// The last `most` stretches that end at `end` or earlier and hold rows, none of them before the first row.
    private static List<Window> back(Stretch stretch, Columns rows, int time, long end, int most) {
        long first = rows.integer(time, 0);
        List<Window> found = new ArrayList<>();
        for (long until = end; found.size() < most; ) {
            long start = before(stretch, until);
            if (start < first) {
                break;
            }
            if (Blocks.first(rows, time, start) < Blocks.first(rows, time, until)) {
                found.addFirst(new Window(start, until));
            }
            until = start;
        }
        return found;
    }

    private static long before(Stretch stretch, long until) {
        return switch (stretch) {
            case WEEK -> until - Blocks.WEEK_MICROS;
            case MONTH -> Window.micros(Window.time(until).minusMonths(1));
            case DAY, FOLD, PART -> until - Blocks.WEEK_MICROS / 7;
        };
    }

    private static List<Window> months(Window window) {
        List<Window> months = new ArrayList<>();
        for (long start = window.start(); start < window.end(); ) {
            Window month = Calendar.window(Each.MONTH, start);
            months.add(month);
            start = month.end();
        }
        return months;
    }

    private static List<Window> equal(Window window, int count) {
        List<Window> parts = new ArrayList<>();
        long length = window.end() - window.start();
        for (int i = 0; i < count; i++) {
            parts.add(new Window(window.start() + length * i / count, window.start() + length * (i + 1) / count));
        }
        return parts;
    }
}

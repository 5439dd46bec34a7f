package dev.hansom.monitor;

import dev.hansom.data.Stretch;
import dev.hansom.data.Window;
import dev.hansom.evaluate.Block;
import dev.hansom.evaluate.Comparison;
import dev.hansom.evaluate.Interval;
import dev.hansom.evaluate.Metric;
import java.util.ArrayList;
import java.util.List;

/// Whether the model still beats the rule on all of the traffic: the gain over the rule in blocks of a week.
///
/// What makes all answers bad (weather, holidays) makes the rule's bad too and cancels out. Only whole weeks whose
/// truths are known count. Source: the t interval on weekly means of [Interval]. Threads: immutable.
public record Yardstick(Comparison comparison, Interval gain, double margin, String unit) {
    private static final double LEVEL = 0.95;

    /// Of `days` in order, none of them stray; weeks start with the first.
    static Yardstick of(List<Day> days, Metric metric, double coverageLimit, double margin, String unit) {
        List<Block> blocks = new ArrayList<>();
        List<Window> empty = new ArrayList<>();
        if (!days.isEmpty()) {
            long end = days.getLast().date().toEpochDay() + 1;
            for (long start = days.getFirst().date().toEpochDay(); start + 7 <= end; start += 7) {
                Block block = block(days, start);
                if (block.rows() > 0 && covered(days, start) >= coverageLimit) {
                    blocks.add(block);
                } else {
                    empty.add(block.window());
                }
            }
        }
        Comparison comparison = new Comparison(metric, Stretch.WEEK, blocks, empty, 0, 0);
        return new Yardstick(comparison, comparison.interval(LEVEL), margin, unit);
    }

    /// Of `parts` of traffic without times, in order.
    static Yardstick ofParts(List<Day> parts, Metric metric, double coverageLimit, double margin, String unit) {
        List<Block> blocks = new ArrayList<>();
        List<Window> empty = new ArrayList<>();
        for (Day part : parts) {
            long day = part.date().toEpochDay();
            Window span = new Window(day * Days.MICROS, (day + 1) * Days.MICROS);
            Day.Pairs pairs = part.pairs();
            if (pairs.rows() > 0 && part.truths() >= coverageLimit * part.requests()) {
                blocks.add(new Block(span, pairs.rule(), pairs.model(), pairs.gain(), pairs.squares()));
            } else {
                empty.add(span);
            }
        }
        Comparison comparison = new Comparison(metric, Stretch.PART, blocks, empty, 0, 0);
        return new Yardstick(comparison, comparison.interval(LEVEL), margin, unit);
    }

    private static Block block(List<Day> days, long start) {
        Day.Pairs pairs = week(days, start).stream().map(Day::pairs).reduce(Day.Pairs.NONE, Day.Pairs::plus);
        Window span = new Window(start * Days.MICROS, (start + 7) * Days.MICROS);
        return new Block(span, pairs.rule(), pairs.model(), pairs.gain(), pairs.squares());
    }

    private static double covered(List<Day> days, long start) {
        List<Day> week = week(days, start);
        return (double) week.stream().mapToLong(Day::truths).sum()
                / week.stream().mapToLong(Day::requests).sum();
    }

    private static List<Day> week(List<Day> days, long start) {
        return days.stream()
                .filter(day -> day.date().toEpochDay() >= start && day.date().toEpochDay() < start + 7)
                .toList();
    }
}

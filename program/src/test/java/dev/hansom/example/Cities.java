package dev.hansom.example;

import dev.hansom.data.Window;
import dev.hansom.score.Columns;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/// What a pair × hour rule and the truth itself get wrong in a simulated city.
final class Cities {
    private final SimulatedCity city;
    private final Zones zones;
    private final Truth truth;

    Cities(CityPlan plan) {
        this.city = new SimulatedCity(plan);
        this.zones = new Zones(plan.world(), plan.seed());
        this.truth = new Truth(plan.world(), zones.meanMiles(), plan.seed());
    }

    /// Mean absolute errors in a month: of the rule learned in the months before, and of the truth.
    record Errors(double rule, double truth, double mean, int rows) {}

    Errors errors(List<YearMonth> past, YearMonth month) {
        List<Columns> learned = past.stream().map(city::rows).toList();
        Rule rule = new Rule(learned);
        Columns rows = city.rows(month);
        List<Integer> labelled = labelledRows(rows, month);
        double byRule = error(rows, labelled, row -> rule.answer(rows, row));
        double byTruth = error(rows, labelled, row -> truth(rows, row));
        return new Errors(byRule, byTruth, error(rows, labelled, row -> 0), labelled.size());
    }

    static double minutes(Columns rows, int row) {
        return (rows.integer(2, row) - rows.integer(1, row)) / 60e6;
    }

    static boolean labelled(Columns rows, int row) {
        return minutes(rows, row) >= 1 && minutes(rows, row) <= 60;
    }

    private static List<Integer> labelledRows(Columns rows, YearMonth month) {
        List<Integer> labelled = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            boolean known = rows.integer(5, row) < 264 && rows.integer(6, row) < 264;
            if (known && labelled(rows, row) && Window.of(month).contains(rows.integer(1, row))) {
                labelled.add(row);
            }
        }
        return labelled;
    }

    private double truth(Columns rows, int row) {
        LocalDateTime at = Window.time(rows.integer(1, row));
        return truth.minutes(zones.zone(rows.integer(5, row)), zones.zone(rows.integer(6, row)), at);
    }

    private static double error(Columns rows, List<Integer> labelled, IntToDoubleFunction answer) {
        return labelled.stream()
                .mapToDouble(row -> Math.abs(minutes(rows, row) - answer.applyAsDouble(row)))
                .average()
                .orElseThrow();
    }

    /// The shrunk mean of a pair times the factor of an hour of the week.
    private static final class Rule {
        private static final double SHRINK = 8;
        private final Map<Long, double[]> pairs = new HashMap<>();
        private final Map<Long, double[]> starts = new HashMap<>();
        private final Map<Long, double[]> hours = new HashMap<>();
        private final double[] all = new double[2];

        Rule(List<Columns> months) {
            each(months, (rows, row) -> {
                add(pairs, pair(rows, row), minutes(rows, row), 1);
                add(starts, rows.integer(5, row), minutes(rows, row), 1);
                all[0] += minutes(rows, row);
                all[1]++;
            });
            each(months, (rows, row) -> add(hours, hour(rows, row), minutes(rows, row), mean(rows, row)));
        }

        double answer(Columns rows, int row) {
            double[] sums = hours.getOrDefault(hour(rows, row), new double[] {1, 1});
            return mean(rows, row) * sums[0] / sums[1];
        }

        private double mean(Columns rows, int row) {
            double start = shrunk(starts.get(rows.integer(5, row)), all[0] / all[1]);
            return shrunk(pairs.get(pair(rows, row)), start);
        }

        private static double shrunk(double[] sums, double coarser) {
            return sums == null ? coarser : (sums[0] + SHRINK * coarser) / (sums[1] + SHRINK);
        }

        private static long pair(Columns rows, int row) {
            return rows.integer(5, row) * 1_000 + rows.integer(6, row);
        }

        private static long hour(Columns rows, int row) {
            LocalDateTime at = Window.time(rows.integer(1, row));
            return at.getHour() + (at.getDayOfWeek().getValue() > 5 ? 24 : 0);
        }

        private static void add(Map<Long, double[]> sums, long key, double value, double weight) {
            double[] sum = sums.computeIfAbsent(key, any -> new double[2]);
            sum[0] += value;
            sum[1] += weight;
        }

        private interface Act {
            void on(Columns rows, int row);
        }

        private static void each(List<Columns> months, Act act) {
            for (Columns rows : months) {
                for (int row = 0; row < rows.size(); row++) {
                    if (labelled(rows, row)) {
                        act.on(rows, row);
                    }
                }
            }
        }
    }
}

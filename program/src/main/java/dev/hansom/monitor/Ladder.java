package dev.hansom.monitor;

import dev.hansom.evaluate.Evaluation;
import dev.hansom.evaluate.Losses;
import dev.hansom.evaluate.Metric;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Constant, rule and model over each calendar month of traffic.
final class Ladder {
    private Ladder() {}

    static List<Evaluation> of(List<Day> days, Metric metric) {
        List<Evaluation> evaluations = new ArrayList<>();
        days.stream().map(Ladder::month).distinct().sorted().forEach(month -> {
            List<Day> within =
                    days.stream().filter(day -> month(day).equals(month)).toList();
            add("constant", month, metric, within, Day::constant, evaluations);
            add("rule", month, metric, within, Day::rule, evaluations);
            add("model", month, metric, within, Day::model, evaluations);
        });
        return evaluations;
    }

    private static void add(
            String scorer,
            YearMonth month,
            Metric metric,
            List<Day> days,
            Function<Day, Losses> of,
            List<Evaluation> to) {
        Losses losses = days.stream().map(of).reduce(Losses.NONE, Losses::plus);
        if (losses.rows() > 0) {
            to.add(Evaluation.of(scorer, month.toString(), metric, losses));
            metric.others().forEach(other -> to.add(Evaluation.of(scorer, month.toString(), other, losses)));
        }
    }

    private static YearMonth month(Day day) {
        return YearMonth.from(day.date());
    }
}

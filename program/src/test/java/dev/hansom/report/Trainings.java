package dev.hansom.report;

import dev.hansom.data.Stretch;
import dev.hansom.evaluate.Block;
import dev.hansom.evaluate.Calibration;
import dev.hansom.evaluate.Comparison;
import dev.hansom.evaluate.Evaluation;
import dev.hansom.evaluate.Losses;
import dev.hansom.evaluate.Metric;
import dev.hansom.project.Project;
import dev.hansom.train.TrainResult;
import dev.hansom.train.TrainResult.Importance;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a training of taxi rides could have found.
final class Trainings {
    private Trainings() {}

    /// Weeks from 1 February 2021 on in which the model gained so much.
    static TrainResult training(Project project, double... gains) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < gains.length; i++) {
            blocks.add(Studies.block(
                    Studies.week(LocalDateTime.of(2021, 2, 1, 0, 0).plusWeeks(i)),
                    14_000 + 200 * i,
                    4.6 + 0.1 * i,
                    gains[i]));
        }
        Comparison weeks = new Comparison(Metric.MAE, Stretch.WEEK, blocks, List.of(), 0, 0);
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("rounds", "212");
        notes.put("stopped on", "the latest fifth of the training rows");
        return new TrainResult(
                project,
                "2021-02",
                List.of("2021-01"),
                70_112,
                evaluations(weeks),
                weeks,
                List.of(
                        new Importance("weekday", "weekday", 0.061),
                        new Importance("rule", "pair_minutes * hour_factor", 1.842),
                        new Importance("minute_of_day", "pickup_hour * 60 + minute(pickup_at)", -0.0004)),
                notes,
                Studies.origin().provenance(),
                Studies.rows(),
                Studies.openings(),
                Calibration.NONE);
    }

    static List<Evaluation> evaluations(Comparison weeks) {
        Losses constant = new Losses(weeks.rows(), 0, 7.8 * weeks.rows(), 149.0 * weeks.rows());
        List<Evaluation> evaluations = new ArrayList<>();
        for (Metric metric : List.of(Metric.MAE, Metric.RMSE)) {
            evaluations.add(Evaluation.of("constant", "2021-02", metric, constant));
            evaluations.add(Evaluation.of("rule", "2021-02", metric, weeks.rule()));
            evaluations.add(Evaluation.of("model", "2021-02", metric, weeks.model()));
        }
        return evaluations;
    }
}

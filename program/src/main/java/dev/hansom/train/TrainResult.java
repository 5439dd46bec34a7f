package dev.hansom.train;

import dev.hansom.evaluate.Calibration;
import dev.hansom.evaluate.Comparison;
import dev.hansom.evaluate.Evaluation;
import dev.hansom.project.Project;
import java.util.List;
import java.util.Map;

/// What training found: scorers side by side on the validation month, week by week and feature by feature.
///
/// `weeks` compares rule and model over the full weeks of the validation month. `importance` is, for each feature, how
/// much the deciding loss grows when its column is shuffled. `openings` counts how often the validation month has been
/// looked at, by job. `calibration` is of the model, where the target is a class.
public record TrainResult(
        Project project,
        String period,
        List<String> trainedOn,
        long trainedRows,
        List<Evaluation> evaluations,
        Comparison weeks,
        List<Importance> importance,
        Map<String, String> notes,
        Map<String, String> provenance,
        Map<String, Long> accounting,
        Map<String, Long> openings,
        Calibration calibration) {

    /// One feature and what the model loses without it, in the unit of the deciding metric.
    public record Importance(String feature, String expression, double lossWithout) {}
}

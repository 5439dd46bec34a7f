package dev.hansom.design;

import dev.hansom.base.Progress;
import dev.hansom.check.Bins;
import dev.hansom.check.FieldFinding;
import dev.hansom.check.FieldScan;
import dev.hansom.check.SingleScore;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.learn.Inputs;
import dev.hansom.learn.Trainer;
import dev.hansom.project.Project;
import dev.hansom.score.feature.Feature;
import java.util.ArrayList;
import java.util.List;

/// Looks for fields and features that know too much, on the rows before the first compared week.
///
/// Means are learned on the earlier half of these rows and scored on the later half; features are encoded with what was
/// learned on the earlier half. At most [#MOST_ROWS] rows, evenly spaced, are looked at.
/// Threads: for one thread.
final class LeakageScan {
    static final int MOST_ROWS = 200_000;

    private final Project project;
    private final LabelledRows sample;
    private final double[] truths;
    private final int half;

    /// Over the first `split` of `rows`.
    LeakageScan(Project project, LabelledRows rows, int split) {
        this.project = project;
        this.sample = thinned(rows, split);
        this.half = sample.size() / 2;
        this.truths = FieldScan.truths(sample);
    }

    /// Every raw field of the project.
    List<FieldFinding> fields() {
        return new FieldScan(project, sample).fields();
    }

    /// The features of the model that `trainer` makes; none where it has none or there are too few rows to learn from.
    List<FeatureFinding> features(Trainer trainer, Progress progress) {
        if (half < RollingOrigin.LEAST_PAST) {
            return List.of();
        }
        Inputs inputs = trainer.inputs(sample.range(0, half).columns(), progress);
        if (inputs.features().isEmpty()) {
            return List.of();
        }
        float[] encoded = inputs.encoder().encode(sample.columns().through(inputs.schema()));
        List<FeatureFinding> findings = new ArrayList<>();
        for (int i = 0; i < inputs.features().size(); i++) {
            findings.add(feature(inputs.features(), i, encoded));
        }
        return findings;
    }

    private FeatureFinding feature(List<Feature> features, int index, float[] encoded) {
        double[] values = new double[truths.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = encoded[row * features.size() + index];
        }
        Bins bins = Bins.ofNumbers(values, half);
        double score = SingleScore.of(bins, truths, half);
        double missingScore = SingleScore.of(bins.missing(), truths, half);
        return new FeatureFinding(
                features.get(index).name(),
                features.get(index).expression(),
                score,
                missingScore,
                bins.missingShare(),
                FieldFinding.isSuspicious(score, missingScore));
    }

    private static LabelledRows thinned(LabelledRows rows, int split) {
        int[] chosen = new int[Math.min(split, MOST_ROWS)];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = (int) ((long) i * split / chosen.length);
        }
        return new LabelledRows(rows.columns().select(chosen), rows.time(), rows.target());
    }
}

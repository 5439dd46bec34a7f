package dev.hansom.train;

import dev.hansom.base.Progress;
import dev.hansom.data.Stretches;
import dev.hansom.evaluate.Answers;
import dev.hansom.evaluate.Auc;
import dev.hansom.evaluate.Calibration;
import dev.hansom.evaluate.Comparison;
import dev.hansom.evaluate.Contest;
import dev.hansom.evaluate.Evaluation;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.evaluate.Losses;
import dev.hansom.evaluate.Metric;
import dev.hansom.evaluate.Projection;
import dev.hansom.learn.ConstantTrainer;
import dev.hansom.learn.Fitted;
import dev.hansom.learn.ModelTrainer;
import dev.hansom.learn.RuleTrainer;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Fits constant, rule and model on the same rows and shows them side by side on a later month.
///
/// Threads: for one thread.
public final class Training {
    private final Project project;
    private final Map<String, String> provenance;

    /// `provenance` goes into the files of what is fitted.
    public Training(Project project, Map<String, String> provenance) {
        this.project = project;
        this.provenance = Map.copyOf(provenance);
    }

    /// The model fitted on `rows`, with the trainer's own answers beside it.
    public Fitted fit(LabelledRows rows, Progress progress) {
        return ModelTrainer.of(project, provenance).fitted(rows.columns(), progress);
    }

    /// The constant fitted on `rows`.
    public Scorer constant(LabelledRows rows, Progress progress) {
        return new ConstantTrainer(project).fit(rows.columns(), progress);
    }

    /// The rule fitted on `rows`.
    public Scorer rule(LabelledRows rows, Progress progress) {
        return new RuleTrainer(project, provenance).fit(rows.columns(), progress);
    }

    /// Every scorer on the rows of one period: the deciding metric first, then the others.
    public List<Evaluation> evaluate(Map<String, Scorer> scorers, LabelledRows rows, String period) {
        List<Evaluation> evaluations = new ArrayList<>();
        scorers.forEach((name, scorer) -> {
            double[] answers = Answers.of(scorer, rows.columns());
            Losses losses = Losses.of(answers, rows);
            evaluations.add(Evaluation.of(name, period, metric(), losses));
            metric().others().forEach(other -> evaluations.add(Evaluation.of(name, period, other, losses)));
            if (metric().ofClasses()) {
                double area = Auc.of(answers, rows);
                evaluations.add(new Evaluation(name, period, Metric.AUC, area, losses.rows()));
            }
        });
        return evaluations;
    }

    private Metric metric() {
        return Metric.named(project.objective().metric()).orElseThrow();
    }

    /// Rule against model over `stretches`.
    public Comparison compare(Scorer rule, Scorer model, LabelledRows rows, Stretches stretches) {
        return new Contest(metric(), stretches).add(rows, rule, model).comparison();
    }

    /// Whether the model's probabilities are what they say; nothing where the target is no class.
    public Calibration calibration(Scorer model, LabelledRows rows) {
        return project.target().isClass() ? Calibration.of(Answers.of(model, rows.columns()), rows) : Calibration.NONE;
    }

    /// How much the model leans on each feature, the most important first.
    public List<TrainResult.Importance> importance(Model model, LabelledRows rows) {
        return new Permutation(model, metric(), rows, project.seed()).importance();
    }

    /// Rows for parity: evenly spread over `rows`, at most `most`, seen as the scorer sees them.
    public static Columns golden(Scorer scorer, LabelledRows rows, int most) {
        Projection projection = new Projection(rows.columns().schema(), scorer.schema());
        Columns golden = new Columns(scorer.schema(), most);
        int size = rows.size();
        int take = Math.min(most, size);
        for (int i = 0; i < take; i++) {
            int row = (int) ((long) i * size / take);
            projection.append(rows.columns(), row, golden);
        }
        return golden;
    }
}

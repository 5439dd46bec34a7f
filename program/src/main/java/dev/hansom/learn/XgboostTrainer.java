package dev.hansom.learn;

import dev.hansom.base.Progress;
import dev.hansom.project.Learner;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Provenance;
import dev.hansom.score.feature.Encoder;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.file.XgboostReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/// Gradient boosted trees on out-of-fold features: the number of rounds is chosen on the latest fifth of the rows (on a
/// fifth of the groups, where there are groups), then all rows are learned with it.
public final class XgboostTrainer implements ModelTrainer {
    private static final double LATER_SHARE = 0.2;
    private static final int BINS = 256;
    /// With more features, trees are mostly spent on bins that few rows fill.
    private static final int WIDE = 200;

    private static final int WIDE_BINS = 64;
    private static final int MOST_WEIGHT = 20;

    private final Project project;
    private final Map<String, String> provenance;
    private final Economy economy;
    private final Parts parts;
    private OptionalInt remembered = OptionalInt.empty();

    XgboostTrainer(Project project, Map<String, String> provenance) {
        this(project, provenance, Economy.NONE);
    }

    XgboostTrainer(Project project, Map<String, String> provenance, Economy economy) {
        this.project = project;
        this.provenance = Map.copyOf(provenance);
        this.economy = economy;
        this.parts = new Parts(project);
    }

    /// How many bins a feature has where nobody says otherwise.
    static int bins(int features) {
        return features > WIDE ? WIDE_BINS : BINS;
    }

    @Override
    public Inputs inputs(Columns labelled, Progress progress) {
        return parts.inputs(new OutOfFold(project, parts.rows(labelled)));
    }

    @Override
    public Fitted fitted(Columns labelled, Progress progress) {
        OutOfFold folds = new OutOfFold(project, parts.rows(labelled));
        int[] kept = folds.thinned(economy.mostRows());
        Matrix matrix = folds.matrix(kept, parts.targets(labelled), progress);
        Map<String, Object> parameters = parameters(folds.features(), kept.length);
        int rounds = rounds(parameters, matrix, folds.latest(kept, LATER_SHARE), progress);
        Booster booster = Booster.train(parameters, matrix, rounds, progress);
        Vocabulary vocabulary = parts.answering(folds.lookups());
        Map<String, String> notes = new LinkedHashMap<>(folds.notes());
        notes.put("rounds", String.valueOf(rounds));
        Map<String, String> facts = new LinkedHashMap<>(provenance);
        facts.put("learner", "xgboost");
        facts.put("rounds", String.valueOf(rounds));
        if (!project.promises().directions().isEmpty()) {
            facts.put("monotone", project.promises().directions());
        }
        Model model = new Model(
                parts.signature(),
                vocabulary,
                folds.features(),
                XgboostReader.read(booster.bytes()),
                new Provenance(facts),
                project.promises().answer());
        new KeptPromises(project).require(model, labelled);
        Encoder encoder = new Encoder(vocabulary.scope(model.schema()), folds.features());
        return new Fitted(
                model,
                rows -> clamped(
                        booster.answers(encoder.encode(rows), encoder.names().size())),
                notes);
    }

    private double[] clamped(double[] answers) {
        return java.util.Arrays.stream(answers)
                .map(project.promises().answer()::clamp)
                .toArray();
    }

    private int rounds(Map<String, Object> parameters, Matrix matrix, boolean[] later, Progress progress) {
        Double fixed = project.learner().parameters().get("rounds");
        if (fixed != null) {
            return fixed.intValue();
        }
        if (remembered.isPresent()) {
            return remembered.getAsInt();
        }
        Matrix earlier = matrix.part(later, false);
        Matrix watched = matrix.part(later, true);
        int rounds = earlier.rows() == 0 || watched.rows() == 0
                ? 1
                : Booster.bestRounds(parameters, earlier, watched, economy.mostRounds(), progress);
        if (economy.once()) {
            remembered = OptionalInt.of(rounds);
        }
        return rounds;
    }

    private Map<String, Object> parameters(List<Feature> features, int rows) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        boolean isClass = project.target().isClass();
        boolean quantile = project.learner().parameters().containsKey(Learner.QUANTILE);
        parameters.put("objective", isClass ? "binary:logistic" : quantile ? "reg:quantileerror" : "reg:squarederror");
        parameters.put("eval_metric", isClass ? "logloss" : quantile ? "quantile" : "rmse");
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", 6);
        parameters.put("max_bin", bins(features.size()));
        parameters.put("eta", 0.1);
        parameters.put("min_child_weight", leastWeight(isClass, rows));
        parameters.put("subsample", 0.8);
        parameters.put("colsample_bytree", 0.7);
        parameters.put("lambda", 5);
        parameters.put("seed", project.seed());
        parameters.put("nthread", 2);
        parameters.put("verbosity", 0);
        project.learner().parameters().forEach((name, value) -> {
            if (!name.equals("rounds")) {
                parameters.put(name, whole(value));
            }
        });
        Directions.of(project, features).ifPresent(signs -> parameters.put("monotone_constraints", signs));
        return parameters;
    }

    /// The least weight of a leaf where nobody says otherwise. A row of a number weighs one; a row of a class, which is
    /// p (1 - p), a quarter at most, so that leaves of twenty would be too coarse for few rows.
    static int leastWeight(boolean isClass, int rows) {
        return isClass ? Math.clamp(rows / 200, 2, MOST_WEIGHT) : MOST_WEIGHT;
    }

    private static Object whole(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%d", (long) value) : (Object) value;
    }
}

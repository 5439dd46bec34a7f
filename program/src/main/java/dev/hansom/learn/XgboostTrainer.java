package dev.hansom.learn;

import dev.hansom.base.Progress;
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

/// Gradient boosted trees on out-of-fold features: the number of rounds is chosen on the latest fifth of the rows, then
/// all rows are learned with it.
public final class XgboostTrainer implements ModelTrainer {
    private static final double LATER_SHARE = 0.2;
    private static final int MOST_ROUNDS = 1500;

    private final Project project;
    private final Map<String, String> provenance;
    private final Parts parts;

    XgboostTrainer(Project project, Map<String, String> provenance) {
        this.project = project;
        this.provenance = Map.copyOf(provenance);
        this.parts = new Parts(project);
    }

    @Override
    public Fitted fitted(Columns labelled, Progress progress) {
        OutOfFold folds = new OutOfFold(project, parts.rows(labelled));
        Matrix matrix = folds.matrix(parts.targets(labelled), progress);
        Map<String, Object> parameters = parameters(folds.features());
        int rounds = rounds(parameters, matrix, progress);
        Booster booster = Booster.train(parameters, matrix, rounds, progress);
        Vocabulary vocabulary = parts.answering(folds.lookups());
        Map<String, String> notes = new LinkedHashMap<>(folds.notes());
        notes.put("rounds", String.valueOf(rounds));
        Map<String, String> facts = new LinkedHashMap<>(provenance);
        facts.put("learner", "xgboost");
        facts.put("rounds", String.valueOf(rounds));
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

    private int rounds(Map<String, Object> parameters, Matrix matrix, Progress progress) {
        Double fixed = project.learner().parameters().get("rounds");
        if (fixed != null) {
            return fixed.intValue();
        }
        int border = (int) Math.round(matrix.rows() * (1 - LATER_SHARE));
        if (border == 0 || border == matrix.rows()) {
            return 1;
        }
        return Booster.bestRounds(
                parameters, matrix.part(0, border), matrix.part(border, matrix.rows()), MOST_ROUNDS, progress);
    }

    private Map<String, Object> parameters(List<Feature> features) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        boolean isClass = project.target().isClass();
        parameters.put("objective", isClass ? "binary:logistic" : "reg:squarederror");
        parameters.put("eval_metric", isClass ? "logloss" : "rmse");
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", 6);
        parameters.put("eta", 0.1);
        parameters.put("min_child_weight", 20);
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

    private static Object whole(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%d", (long) value) : (Object) value;
    }
}

package dev.hansom.learn;

import dev.hansom.base.Progress;
import dev.hansom.project.CategoryPlan;
import dev.hansom.project.EncoderPlan;
import dev.hansom.project.Learner;
import dev.hansom.project.LookupPlan;
import dev.hansom.project.Project;
import dev.hansom.score.expression.Stages;
import dev.hansom.score.feature.Encoder;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Lookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Features of training rows in order of time, each computed from lookups that have not seen the row's own fold.
///
/// Folds are contiguous stretches of time, or whole groups. A row's lookups are learned from the other folds, so that a
/// feature is as
/// informed in training as it will be when it answers, and never by the row itself or its neighbours in time.
final class OutOfFold {
    private static final int FOLDS = 10;

    private final Rows rows;
    private final LookupFit fit;
    private final EncoderFit encoders;
    private final List<Lookup> lookups;
    private final List<Feature> features;
    private final Map<String, String> notes = new LinkedHashMap<>();

    OutOfFold(Project project, Rows rows) {
        this.rows = rows;
        Needed needed = Needed.by(
                project, project.features().stream().map(Feature::expression).toList());
        this.fit = new LookupFit(rows, needed.lookups());
        this.encoders = new EncoderFit(rows, needed.encoders());
        int[] all = Parts.range(0, rows.size());
        fit.learn(all);
        encoders.learn(all);
        this.lookups = Stream.concat(fit.lookups().stream(), encoders.lookups().stream())
                .toList();
        for (LookupPlan plan : needed.lookups()) {
            lookups.stream()
                    .filter(lookup -> plan.shrink().isEmpty() && lookup.name().equals(plan.name()))
                    .forEach(lookup -> notes.put("shrink of " + lookup.name(), lookup.strength() + " rows"));
        }
        this.features = features(project, needed.encoders(), lookups);
    }

    private static List<Feature> features(Project project, List<EncoderPlan> encoders, List<Lookup> lookups) {
        if (project.learner().kind() == Learner.Kind.XGBOOST) {
            return project.features();
        }
        Map<String, Lookup> learned = lookups.stream().collect(Collectors.toMap(Lookup::name, Function.identity()));
        List<Feature> features = new ArrayList<>();
        for (Feature feature : project.features()) {
            encoders.stream()
                    .filter(plan -> plan instanceof CategoryPlan category
                            && category.name().equals(feature.name()))
                    .map(CategoryPlan.class::cast)
                    .findFirst()
                    .ifPresentOrElse(
                            plan -> features.addAll(
                                    OneHot.of(plan, Objects.requireNonNull(learned.get(plan.code()), plan.code()))),
                            () -> features.add(feature));
        }
        return features;
    }

    /// What was chosen on the past: the strengths that the project left open.
    Map<String, String> notes() {
        return notes;
    }

    /// The lookups learned from all rows: those that will answer.
    List<Lookup> lookups() {
        return lookups;
    }

    /// The features in the order of the matrix: those of the project, where a category may have become several.
    List<Feature> features() {
        return features;
    }

    /// The features of the rows `kept`, in that order, out of fold; lookups learn from all rows.
    Matrix matrix(int[] kept, double[] targets, Progress progress) {
        int width = features.size();
        float[] encoded = new float[Math.multiplyExact(kept.length, width)];
        Folds folds = rows.folds(lookups.isEmpty() ? 1 : FOLDS);
        Encoder encoder = new Encoder(encoders.scope(fit.scope()), features);
        Stages.Room room = encoder.room(Stages.ROWS);
        progress.begin("encoding out of fold", folds.count(), "folds");
        for (int fold = 0; fold < folds.count(); fold++) {
            int[] others = folds.others(fold);
            fit.learn(others);
            encoders.learn(others);
            encode(encoder, room, kept, folds, fold, encoded);
            progress.at(fold + 1);
        }
        progress.end();
        float[] labels = new float[kept.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (float) targets[kept[i]];
        }
        return new Matrix(encoded, width, labels);
    }

    /// Rows of the fold that lie side by side are encoded together.
    private void encode(Encoder encoder, Stages.Room room, int[] kept, Folds folds, int fold, float[] encoded) {
        int width = features.size();
        for (int from = 0; from < kept.length; ) {
            if (folds.of()[kept[from]] != fold) {
                from++;
                continue;
            }
            int to = from + 1;
            while (to < kept.length && kept[to] == kept[from] + to - from && folds.of()[kept[to]] == fold) {
                to++;
            }
            if (to == from + 1) {
                encoder.encode(rows.columns(), kept[from], room, encoded, from * width);
            } else {
                encoder.encode(rows.columns(), kept[from], to - from, room, encoded, from * width);
            }
            from = to;
        }
    }

    /// All rows, or `most` of them evenly spaced.
    int[] thinned(int most) {
        int[] kept = Parts.range(0, Math.min(most, rows.size()));
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (int) ((long) i * rows.size() / kept.length);
        }
        return kept;
    }

    /// Which of the rows `kept` come last: the latest `share` of them, or as much of the groups.
    boolean[] latest(int[] kept, double share) {
        boolean[] last = new boolean[kept.length];
        Folds folds = rows.folds(FOLDS);
        int border = (int) Math.round(kept.length * (1 - share));
        for (int i = 0; i < kept.length; i++) {
            last[i] = rows.isGrouped() ? folds.isLast(kept[i], share) : i >= border;
        }
        return last;
    }
}

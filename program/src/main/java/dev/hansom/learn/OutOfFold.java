package dev.hansom.learn;

import dev.hansom.base.Progress;
import dev.hansom.project.LookupPlan;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.feature.BoundLookup;
import dev.hansom.score.feature.Encoder;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Lookup;
import java.util.Arrays;
import java.util.List;

/// Features of training rows in order of time, each computed by an encoder that has not seen the row's own fold.
///
/// Folds are contiguous stretches of time. A row's lookups are learned from the other folds, so that a feature is as
/// informed in training as it will be when it answers, and never by the row itself or its neighbours in time.
final class OutOfFold {
    private static final int FOLDS = 10;

    private final Project project;
    private final Rows rows;
    private final List<LookupPlan> plans;

    OutOfFold(Project project, Rows rows) {
        this.project = project;
        this.rows = rows;
        this.plans = Needed.by(
                project, project.features().stream().map(Feature::expression).toList());
    }

    /// The lookups learned from all rows: those that will answer.
    List<Lookup> lookups() {
        return new LookupFit(rows).fit(plans, Parts.range(0, rows.columns().size()));
    }

    /// The features of all rows, out of fold.
    Matrix matrix(double[] targets, Progress progress) {
        Columns columns = rows.columns();
        int width = project.features().size();
        float[] features = new float[columns.size() * width];
        int folds = plans.isEmpty() ? 1 : Math.min(FOLDS, columns.size());
        progress.begin("encoding out of fold", folds, "folds");
        for (int fold = 0; fold < folds; fold++) {
            int from = (int) ((long) columns.size() * fold / folds);
            int to = (int) ((long) columns.size() * (fold + 1) / folds);
            Encoder encoder = encoder(folds == 1 ? new int[0] : others(from, to));
            for (int row = from; row < to; row++) {
                encoder.encode(columns, row, features, row * width);
            }
            progress.at(fold + 1);
        }
        progress.end();
        float[] labels = new float[targets.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (float) targets[i];
        }
        return new Matrix(features, width, labels);
    }

    private Encoder encoder(int[] use) {
        Scope scope = rows.scope();
        for (Lookup lookup : new LookupFit(rows).fit(plans, use)) {
            scope = scope.with(lookup.name(), new BoundLookup(lookup, scope));
        }
        return new Encoder(scope, project.features());
    }

    private int[] others(int from, int to) {
        int size = rows.columns().size();
        int[] others = Arrays.copyOf(Parts.range(0, from), size - (to - from));
        System.arraycopy(Parts.range(to, size), 0, others, from, size - to);
        return others;
    }
}

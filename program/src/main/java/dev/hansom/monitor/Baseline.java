package dev.hansom.monitor;

import dev.hansom.evaluate.Answers;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Scorer;
import dev.hansom.score.Type;
import dev.hansom.score.profile.Profile;
import java.util.List;
import java.util.Optional;

/// What traffic is compared with: profiles of the training rows, day by day, without the rows.
///
/// Threads: immutable.
public final class Baseline {
    static final String PREDICTION = "prediction";
    static final Schema PREDICTIONS = new Schema(List.of(new Schema.Column(PREDICTION, Type.DOUBLE)));

    private final Reference fields;
    private final Reference target;
    private final Optional<Reference> predictions;

    private Baseline(Reference fields, Reference target, Optional<Reference> predictions) {
        this.fields = fields;
        this.target = target;
        this.predictions = predictions;
    }

    /// Of `rows` (what the project keeps), those of them with a label that counts, and what `champion` answers to the
    /// former; rows as the project's schemas have them.
    public static Baseline of(Project project, Columns rows, Columns labelled, Optional<Scorer> champion) {
        return new Baseline(
                reference(Subject.FIELD, rows, project.askedSchema().names(), times(project, rows), project.timed()),
                reference(
                        Subject.TARGET,
                        labelled,
                        List.of(project.target().name()),
                        times(project, labelled),
                        project.timed()),
                champion.map(scorer -> reference(
                        Subject.PREDICTION,
                        predictions(Answers.of(scorer, rows)),
                        List.of(PREDICTION),
                        times(project, rows),
                        project.timed())));
    }

    /// The profile of the asked fields.
    public Profile fieldsProfile() {
        return fields.total();
    }

    /// The profile of the target.
    public Profile targetProfile() {
        return target.total();
    }

    /// How many rows it was made of.
    public long rows() {
        return fields.total().rows();
    }

    Reference fields() {
        return fields;
    }

    Reference target() {
        return target;
    }

    Optional<Reference> predictions() {
        return predictions;
    }

    static Columns predictions(double[] answers) {
        Columns columns = new Columns(PREDICTIONS, answers.length);
        for (double answer : answers) {
            columns.set(0, columns.append(), answer);
        }
        return columns;
    }

    private static long[] times(Project project, Columns rows) {
        int time = rows.schema().index(project.time());
        long[] times = new long[rows.size()];
        for (int row = 0; row < times.length; row++) {
            times[row] = rows.integer(time, row);
        }
        return times;
    }

    private static Reference reference(Subject subject, Columns rows, List<String> names, long[] times, boolean timed) {
        Days days = new Days(Profile.of(rows, names));
        for (int row = 0; row < times.length; row++) {
            if (times[row] != Columns.NULL) {
                days.add(rows, row, times[row]);
            }
        }
        return new Reference(subject, days, timed);
    }
}

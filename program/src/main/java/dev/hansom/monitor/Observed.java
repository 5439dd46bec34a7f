package dev.hansom.monitor;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.serve.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the prediction log and the truths say, a row each: what was asked, what was answered by whom, what rule and
/// model had to say, and what turned out.
///
/// Rows in any order. Missing numbers are NaN, a missing time is [Columns#NULL].
/// Threads: for one thread while rows are added, then safe to read.
public final class Observed {
    /// One answer. `at` is wall-clock microseconds, `observedAt` microseconds since the epoch.
    public record Answer(
            long at,
            String source,
            String reason,
            double prediction,
            double rule,
            double model,
            double truth,
            long observedAt) {}

    /// What went wrong on the way: rows that the prediction log dropped, lines that could not be read, truths that came
    /// again for the same prediction, truths of unknown predictions.
    public record Losses(long dropped, long broken, long repeated, long unmatched) {
        /// Nothing went wrong.
        public static final Losses NONE = new Losses(0, 0, 0, 0);
    }

    private final Columns fields;
    private final List<Answer> answers = new ArrayList<>();
    private final List<Long> answeredAt = new ArrayList<>();
    private final Map<String, Long> versions = new TreeMap<>();
    private Losses losses = Losses.NONE;

    /// No rows yet; fields as `schema` has them.
    public Observed(Schema schema) {
        this.fields = new Columns(schema, 1024);
    }

    /// What the logs of a project say.
    public static Observed of(Traffic traffic) {
        Observed observed = new Observed(traffic.fields().schema());
        for (int row = 0; row < traffic.size(); row++) {
            Answer answer = new Answer(
                    traffic.at(row),
                    traffic.source(row).slug(),
                    traffic.reason(row).slug(),
                    traffic.prediction(row),
                    traffic.rule(row),
                    traffic.model(row),
                    traffic.truth(row),
                    traffic.observedAt(row));
            observed.add(traffic.fields(), row, answer, traffic.answeredAt(row));
            observed.version(Integer.toString(traffic.version(row)), 1);
        }
        Traffic.Counts counts = traffic.counts();
        return observed.losses(new Losses(counts.lost(), counts.broken(), counts.repeated(), counts.unmatched()));
    }

    /// Adds an answer to row `row` of `rows`, whose schema is that of the fields.
    public Observed add(Columns rows, int row, Answer answer) {
        return add(rows, row, answer, Columns.NULL);
    }

    /// Adds an answer that was given at `answeredAt`, microseconds since the epoch.
    public Observed add(Columns rows, int row, Answer answer, long answeredAt) {
        fields.appendFrom(rows, row);
        answers.add(answer);
        this.answeredAt.add(answeredAt);
        return this;
    }

    /// Counts rows answered by this version.
    public Observed version(String version, long rows) {
        versions.merge(version, rows, Long::sum);
        return this;
    }

    /// States what went wrong.
    public Observed losses(Losses losses) {
        this.losses = losses;
        return this;
    }

    /// How many rows.
    public int size() {
        return answers.size();
    }

    /// The fields of all rows.
    public Columns fields() {
        return fields;
    }

    /// What was answered to row `row`.
    public Answer answer(int row) {
        return answers.get(row);
    }

    /// When row `row` was answered, microseconds since the epoch; [Columns#NULL] where unknown.
    long answeredAt(int row) {
        return answeredAt.get(row);
    }

    /// Rows answered by each version.
    public Map<String, Long> versions() {
        return Map.copyOf(versions);
    }

    /// What went wrong.
    public Losses losses() {
        return losses;
    }
}

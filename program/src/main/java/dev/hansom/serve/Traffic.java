package dev.hansom.serve;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.List;

/// What was answered and what turned out, read back from the logs of a project, ordered by `at`.
///
/// `fields` are the raw fields of the rows, `said` what [#SAID] names; both have a row an answer. `counts` tells what
/// does not show in the rows.
/// Threads: safe to read from many threads.
public record Traffic(Columns fields, Columns said, Counts counts) {
    /// Truths that came again for a prediction that had one (the last to come counts), truths for predictions that are
    /// not in the log, lines that could not be read (the torn last line of a killed server), and rows that were
    /// answered and did not get into the log.
    public record Counts(long repeated, long unmatched, long broken, long lost) {}

    /// What is known of an answer besides its fields; times in microseconds, `at` wall clock, the others since the
    /// epoch.
    static final Schema SAID = new Schema(List.of(
            new Schema.Column("id", Type.STRING),
            new Schema.Column("at", Type.TIMESTAMP),
            new Schema.Column("answered_at", Type.INT64),
            new Schema.Column("source", Type.STRING),
            new Schema.Column("reason", Type.STRING),
            new Schema.Column("prediction", Type.DOUBLE),
            new Schema.Column("version", Type.INT64),
            new Schema.Column("rule_version", Type.INT64),
            new Schema.Column("rule", Type.DOUBLE),
            new Schema.Column("model_version", Type.INT64),
            new Schema.Column("model", Type.DOUBLE),
            new Schema.Column("truth", Type.DOUBLE),
            new Schema.Column("observed_at", Type.INT64),
            new Schema.Column("received_at", Type.INT64)));

    static final int ID = SAID.index("id");
    static final int AT = SAID.index("at");
    static final int ANSWERED_AT = SAID.index("answered_at");
    static final int SOURCE = SAID.index("source");
    static final int REASON = SAID.index("reason");
    static final int PREDICTION = SAID.index("prediction");
    static final int VERSION = SAID.index("version");
    static final int RULE_VERSION = SAID.index("rule_version");
    static final int RULE = SAID.index("rule");
    static final int MODEL_VERSION = SAID.index("model_version");
    static final int MODEL = SAID.index("model");
    static final int TRUTH = SAID.index("truth");
    static final int OBSERVED_AT = SAID.index("observed_at");
    static final int RECEIVED_AT = SAID.index("received_at");

    /// How many answers.
    public int size() {
        return said.size();
    }

    /// The id of the prediction.
    public String id(int row) {
        return String.valueOf(said.text(ID, row));
    }

    /// What the row is about: wall-clock microseconds; [Columns#NULL] where missing.
    public long at(int row) {
        return said.integer(AT, row);
    }

    /// When it was answered: microseconds since the epoch.
    public long answeredAt(int row) {
        return said.integer(ANSWERED_AT, row);
    }

    /// Who answered.
    public Source source(int row) {
        return Source.of(String.valueOf(said.text(SOURCE, row)));
    }

    /// Why the rule answered; [Reason#NONE] where the model did.
    public Reason reason(int row) {
        return Reason.of(String.valueOf(said.text(REASON, row)));
    }

    /// What was said; NaN where nothing was.
    public double prediction(int row) {
        return said.number(PREDICTION, row);
    }

    /// The version of what answered; 0 where there is none.
    public int version(int row) {
        return whole(VERSION, row);
    }

    /// The version of the rule; 0 where there is none.
    public int ruleVersion(int row) {
        return whole(RULE_VERSION, row);
    }

    /// The rule's answer, always asked; NaN where it had none.
    public double rule(int row) {
        return said.number(RULE, row);
    }

    /// The version of the model, champion or shadow; 0 where there is none.
    public int modelVersion(int row) {
        return whole(MODEL_VERSION, row);
    }

    /// The answer of the model, champion or shadow; NaN where it had none.
    public double model(int row) {
        return said.number(MODEL, row);
    }

    /// What turned out; NaN where nothing came yet.
    public double truth(int row) {
        return said.number(TRUTH, row);
    }

    /// When the truth became known, as its sender says: microseconds since the epoch; [Columns#NULL] without a truth.
    public long observedAt(int row) {
        return said.integer(OBSERVED_AT, row);
    }

    /// When the truth came here: microseconds since the epoch; [Columns#NULL] without a truth.
    public long receivedAt(int row) {
        return said.integer(RECEIVED_AT, row);
    }

    private int whole(int column, int row) {
        long value = said.integer(column, row);
        return value == Columns.NULL ? 0 : Math.toIntExact(value);
    }
}

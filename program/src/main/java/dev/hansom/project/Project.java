package dev.hansom.project;

import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Table;
import dev.hansom.score.feature.Definition;
import dev.hansom.score.feature.Feature;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/// A prediction problem, as `hansom.yaml` states it. No behaviour beyond looking things up.
public record Project(
        String name,
        String question,
        String owner,
        Target target,
        String keep,
        String keepLabelled,
        String time,
        ZoneId timeZone,
        List<Moment> moments,
        Moment prediction,
        Duration labelDelay,
        Objective objective,
        DataSource data,
        SplitPlan split,
        List<Field> fields,
        List<Table> tables,
        List<Definition> definitions,
        List<LookupPlan> lookups,
        RulePlan rule,
        List<Feature> features,
        List<EncoderPlan> encoders,
        Promises promises,
        Learner learner,
        Watch watch,
        Checks checks,
        long seed,
        Path file,
        String hash) {
    /// The name of the order that is made up for rows without a time. No field can have it.
    public static final String ORDER = "(order)";
    /// The owner of a project that names none.
    public static final String NOBODY = "nobody";

    /// The question of a project that states none.
    public static String question(Target target, Moment prediction) {
        return "What is " + target.name() + ", known at " + prediction.name() + "?";
    }

    /// Whether rows have a time. Where they have none, [#time()] is [#ORDER].
    public boolean timed() {
        return !time.equals(ORDER);
    }

    /// All raw fields, as past rows have them.
    public Schema schema() {
        return schema(fields);
    }

    /// All raw fields, the order made up for them (TIMESTAMP) where they have no time, and the target (DOUBLE) as the
    /// last
    /// column: what labelled rows look like.
    public Schema labelledSchema() {
        Schema ordered = timed() ? schema() : schema().with(ORDER, Type.TIMESTAMP);
        return ordered.with(target.name(), Type.DOUBLE);
    }

    /// The fields that a row to be answered carries: those known at the prediction moment or standing in.
    public Schema askedSchema() {
        return schema(fields.stream().filter(this::asked).toList());
    }

    /// Whether the row to be answered may use `field`.
    public boolean asked(Field field) {
        return field.known().order() <= prediction.order()
                || field.standsInFor().isPresent();
    }

    private static Schema schema(List<Field> fields) {
        return new Schema(
                fields.stream().map(f -> new Schema.Column(f.name(), f.type())).toList());
    }
}

package dev.hansom.data;

import dev.hansom.project.Checks;
import dev.hansom.project.DataSource;
import dev.hansom.project.Field;
import dev.hansom.project.Learner;
import dev.hansom.project.Moment;
import dev.hansom.project.Objective;
import dev.hansom.project.Project;
import dev.hansom.project.Promises;
import dev.hansom.project.RulePlan;
import dev.hansom.project.SplitPlan;
import dev.hansom.project.Target;
import dev.hansom.project.Watch;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A small taxi project and rows for it: zone, passengers, flag, minutes.
final class Trips {
    static final Moment REQUEST = new Moment("request", 0);
    static final Moment DROPOFF = new Moment("dropoff", 1);
    static final Schema STORED = new Schema(List.of(
            new Schema.Column("pickup", Type.TIMESTAMP),
            new Schema.Column("zone", Type.INT64),
            new Schema.Column("passengers", Type.DOUBLE),
            new Schema.Column("flag", Type.STRING),
            new Schema.Column("took", Type.DOUBLE)));

    private Trips() {}

    static Project project(Path folder, String... files) {
        return filtered(folder, "true", "minutes BETWEEN 1 AND 60", files);
    }

    static Project filtered(Path folder, String keep, String keepLabelled, String... files) {
        return project(folder, fields(), keep, keepLabelled, files);
    }

    static Project project(Path folder, List<Field> fields, String keep, String keepLabelled, String... files) {
        return project(folder, fields, new Target("minutes", "took", "min"), keep, keepLabelled, files);
    }

    static Project project(
            Path folder, List<Field> fields, Target target, String keep, String keepLabelled, String[] files) {
        return new Project(
                "trips",
                "How long does a trip take?",
                "somebody",
                target,
                keep,
                keepLabelled,
                "at",
                ZoneId.of("America/New_York"),
                List.of(REQUEST, DROPOFF),
                REQUEST,
                Duration.ofHours(1),
                new Objective("mae", 0.2, "a reason"),
                new DataSource(folder, List.of(files), "made up"),
                SplitPlan.months(1, 1),
                fields,
                List.of(),
                List.of(),
                List.of(),
                new RulePlan("10.0", "a reason"),
                List.of(),
                List.of(),
                Promises.NONE,
                new Learner(Learner.Kind.RIDGE, Map.of()),
                new Watch(Period.ofDays(7), 0.5),
                Checks.NONE,
                1,
                folder.resolve("hansom.yaml"),
                "hash");
    }

    static List<Field> fields() {
        return List.of(
                field("at", "pickup", Type.TIMESTAMP, REQUEST),
                field("zone", "zone", Type.INT64, REQUEST),
                field("passengers", "passengers", Type.DOUBLE, REQUEST),
                field("flag", "flag", Type.STRING, REQUEST),
                field("took", "took", Type.DOUBLE, DROPOFF));
    }

    static Field field(String name, String column, Type type, Moment known) {
        return new Field(name, column, type, known, Optional.empty(), Optional.empty());
    }

    static long at(String time) {
        return Window.micros(LocalDateTime.parse(time));
    }

    /// `count` trips, one an hour from `start` on, in zones 1 to 5.
    static Columns hourly(String start, int count) {
        Columns rows = new Columns(STORED, count);
        for (int i = 0; i < count; i++) {
            trip(rows, at(start) + i * 3_600_000_000L, 1 + i % 5, 5 + i % 7);
        }
        return rows;
    }

    static int trip(Columns rows, long at, long zone, double minutes) {
        int row = rows.append();
        rows.set(0, row, at);
        rows.set(1, row, zone);
        rows.set(2, row, 1.0);
        rows.set(3, row, "N");
        rows.set(4, row, minutes);
        return row;
    }
}

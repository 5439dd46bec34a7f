package dev.hansom.monitor;

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
import dev.hansom.score.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// A small town whose trips always come from the same law, until a test breaks something.
final class Town {
    static final long JANUARY = LocalDate.of(2021, 1, 1).toEpochDay();
    static final long MARCH = LocalDate.of(2021, 3, 1).toEpochDay();
    private static final long MINUTE = 60_000_000L;
    private static final Moment REQUEST = new Moment("request", 0);

    static final Project PROJECT = project("", "");

    private final SplittableRandom random;
    private final int rowsADay;

    Town(long seed, int rowsADay) {
        this.random = new SplittableRandom(seed);
        this.rowsADay = rowsADay;
    }

    static Project project(String keep, String keepLabelled) {
        List<Field> fields = List.of(
                field("at", Type.TIMESTAMP),
                field("zone", Type.INT64),
                field("miles", Type.DOUBLE),
                field("flag", Type.STRING));
        return new Project(
                "town",
                "How long?",
                "somebody",
                new Target("minutes", "minutes", "minutes"),
                keep,
                keepLabelled,
                "at",
                ZoneId.of("America/New_York"),
                List.of(REQUEST),
                REQUEST,
                Duration.ofHours(2),
                new Objective("mae", 0.2, "because"),
                new DataSource(Path.of("."), List.of(), ""),
                SplitPlan.months(1, 1),
                fields,
                List.of(),
                List.of(),
                List.of(),
                new RulePlan("1", "because"),
                List.of(),
                List.of(),
                Promises.NONE,
                new Learner(Learner.Kind.RIDGE, Map.of()),
                new Watch(Period.ofDays(7), 0.8),
                Checks.NONE,
                1,
                Path.of("hansom.yaml"),
                "");
    }

    private static Field field(String name, Type type) {
        return new Field(name, name, type, REQUEST, Optional.empty(), Optional.empty());
    }

    /// Labelled rows of `days` days from `start`.
    Columns rows(long start, int days) {
        Columns rows = new Columns(PROJECT.labelledSchema(), days * rowsADay);
        for (long day = start; day < start + days; day++) {
            for (int i = 0; i < rowsADay; i++) {
                double miles = Math.exp(0.7 + 0.8 * random.nextGaussian());
                int row = rows.append();
                rows.set(0, row, day * Days.MICROS + random.nextLong(24 * 60) * MINUTE);
                rows.set(1, row, (long) Math.floor(260 * Math.pow(random.nextDouble(), 3)));
                rows.set(2, row, miles);
                rows.set(3, row, random.nextDouble() < 0.4 ? null : random.nextDouble() < 0.1 ? "Y" : "N");
                rows.set(4, row, 3 + 4 * miles + 2 * random.nextGaussian());
            }
        }
        return rows;
    }

    static Baseline baseline(Columns rows) {
        return Baseline.of(PROJECT, rows, rows, Optional.empty());
    }

    /// All rows answered by a model that errs by a minute and a rule that errs by two, truths an hour later.
    Observed traffic(Columns rows) {
        Observed observed = new Observed(PROJECT.askedSchema());
        Columns asked = new Columns(PROJECT.askedSchema(), 1);
        for (int row = 0; row < rows.size(); row++) {
            asked.clear();
            copy(rows, row, asked);
            observed.add(asked, 0, answer(rows, row, 2, 1));
        }
        return observed;
    }

    /// The answer of a model and a rule that err by so many minutes.
    Observed.Answer answer(Columns rows, int row, double ruleError, double modelError) {
        double truth = rows.number(4, row);
        double side = random.nextBoolean() ? 1 : -1;
        double model = truth + side * modelError;
        long at = rows.integer(0, row);
        long observedAt = at + 6 * 60 * MINUTE;
        return new Observed.Answer(at, "model", "", model, truth + side * ruleError, model, truth, observedAt);
    }

    static void copy(Columns rows, int row, Columns asked) {
        int to = asked.append();
        asked.set(0, to, rows.integer(0, row));
        asked.set(1, to, rows.integer(1, row));
        asked.set(2, to, rows.number(2, row));
        asked.set(3, to, rows.text(3, row));
    }
}

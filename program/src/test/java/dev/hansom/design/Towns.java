package dev.hansom.design;

import dev.hansom.base.Progress;
import dev.hansom.data.Blocks;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.learn.Trainer;
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
import dev.hansom.score.Model;
import dev.hansom.score.Provenance;
import dev.hansom.score.Signature;
import dev.hansom.score.Type;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.kernel.Formula;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A small town whose rides take a fixed part, two minutes a mile and noise of spread 2, with trainers that fit
/// formulas in closed form.
final class Towns {
    static final long HOUR = 3600L * 1_000_000;
    static final long END = 10 * Blocks.WEEK_MICROS;
    static final Moment PICKUP = new Moment("pickup", 0);
    static final Moment DROPOFF = new Moment("dropoff", 1);
    static final Objective OBJECTIVE = new Objective("mae", 0.2, "a tenth of a usual error");

    /// Knows at pick-up the time, the miles and a text; at drop-off the fare and when it was.
    static final List<Field> FIELDS = List.of(
            field("at", Type.TIMESTAMP, PICKUP),
            field("miles", Type.DOUBLE, PICKUP),
            field("payment", Type.STRING, PICKUP),
            field("dropoff_at", Type.TIMESTAMP, DROPOFF),
            field("fare", Type.DOUBLE, DROPOFF));

    private Towns() {}

    static Field field(String name, Type type, Moment known) {
        return new Field(name, name, type, known, Optional.empty(), Optional.empty());
    }

    static Project project(Objective objective, String owner, List<Field> fields) {
        return new Project(
                "town",
                "How long will the ride take?",
                owner,
                new Target("minutes", "minutes_between(at, dropoff_at)", "minutes"),
                "true",
                "true",
                "at",
                ZoneId.of("America/New_York"),
                List.of(PICKUP, DROPOFF),
                PICKUP,
                Duration.ofHours(2),
                objective,
                new DataSource(Path.of("."), List.of("*.csv"), "made up"),
                SplitPlan.months(1, 1),
                fields,
                List.of(),
                List.of(),
                List.of(),
                new RulePlan("ratio * miles", "a ride takes so long a mile"),
                List.of(),
                List.of(),
                Promises.NONE,
                new Learner(Learner.Kind.RIDGE, Map.of()),
                new Watch(Period.ofWeeks(1), 0.9),
                Checks.NONE,
                7,
                Path.of("hansom.yaml"),
                "0000");
    }

    static Project project() {
        return project(OBJECTIVE, "dispatch", FIELDS);
    }

    /// Ten weeks of an hourly ride; `fixed` minutes come on top of two a mile.
    static LabelledRows rides(double fixed) {
        Columns rides = new Columns(project().labelledSchema(), 2000);
        RandomGenerator random = new SplittableRandom(7);
        for (long at = 0; at < END; at += HOUR) {
            double miles = Math.rint(random.nextDouble() * 80 + 5) / 10;
            double minutes = Math.max(1, fixed + 2 * miles + 2 * random.nextGaussian());
            int row = rides.append();
            rides.set(0, row, at);
            rides.set(1, row, miles);
            rides.set(2, row, random.nextDouble() < 0.5 ? "card" : "cash");
            rides.set(3, row, at + Math.round(minutes * 60_000_000));
            rides.set(4, row, 1 + 0.5 * minutes);
            rides.set(5, row, minutes);
        }
        return LabelledRows.of(rides, "at", "minutes");
    }

    static Ladder ladder() {
        return new Ladder(
                trainer("constant", (miles, minutes) -> Double.toString(mean(minutes))),
                trainer("rule", (miles, minutes) -> mean(minutes) / mean(miles) + " * miles"),
                trainer("model", Towns::line));
    }

    /// A fit in closed form, whose answer is a formula.
    interface Fit {
        String formula(double[] miles, double[] minutes);
    }

    static Trainer trainer(String makes, Fit fit) {
        return new Trainer() {
            @Override
            public String makes() {
                return makes;
            }

            @Override
            public Model fit(Columns rows, Progress progress) {
                double[] miles = new double[rows.size()];
                double[] minutes = new double[rows.size()];
                for (int row = 0; row < miles.length; row++) {
                    miles[row] = rows.number(rows.schema().index("miles"), row);
                    minutes[row] = rows.number(rows.schema().index("minutes"), row);
                }
                return model(fit.formula(miles, minutes));
            }
        };
    }

    static Model model(String formula) {
        Signature signature =
                new Signature("town", project().askedSchema(), "at", "America/New_York", "true", "minutes", "minutes");
        return new Model(
                signature,
                new Vocabulary(List.of(), List.of(), List.of()),
                List.of(),
                new Formula(formula),
                new Provenance(Map.of()));
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static String line(double[] miles, double[] minutes) {
        double across = mean(miles);
        double up = mean(minutes);
        double both = 0;
        double squares = 0;
        for (int i = 0; i < miles.length; i++) {
            both += (miles[i] - across) * (minutes[i] - up);
            squares += (miles[i] - across) * (miles[i] - across);
        }
        double slope = both / squares;
        return (up - slope * across) + " + " + slope + " * miles";
    }
}

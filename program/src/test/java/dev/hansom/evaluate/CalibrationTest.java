package dev.hansom.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether the judge errs as often as it says: simulated histories, fixed seeds, binomial bands of four standard
/// errors.
class CalibrationTest {
    private static final int HISTORIES = 4000;
    /// Far above zero, so that the guard on weeks won stays silent and the interval is alone on trial.
    private static final double MARGIN = 20;

    /// `e` is the gain beyond the margin in standard deviations of weekly means; shares of ML and RULE in percent.
    /// Source: the non-central t distribution, `scipy.stats.nct` of scipy 1.17.1.
    @ParameterizedTest
    @CsvSource({
        "4, -1.5, 0, 53.28", "4, 0, 2.5, 2.5", "4, 0.75, 18.62, 0.09", "4, 1.5, 53.28, 0", "4, 3, 96.7, 0",
        "6, -1.5, 0, 83.25", "6, 0, 2.5, 2.5", "6, 0.75, 32.05, 0.02", "6, 1.5, 83.25, 0", "6, 3, 99.99, 0",
        "8, -1.5, 0, 95.1", "8, 0, 2.5, 2.5", "8, 0.75, 44.85, 0.01", "8, 1.5, 95.1, 0", "8, 3, 100, 0",
        "12, -1.5, 0, 99.7", "12, 0, 2.5, 2.5", "12, 0.75, 65.81, 0", "12, 1.5, 99.7, 0", "12, 3, 100, 0"
    })
    void verdictsComeAsOftenAsTheTableSays(int weeks, double e, double ml, double rule) {
        RandomGenerator random = new SplittableRandom(31 * weeks + Math.round(100 * e));
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (int history = 0; history < HISTORIES; history++) {
            double[] gains = new double[weeks];
            for (int week = 0; week < weeks; week++) {
                gains[week] = MARGIN + e + random.nextGaussian();
            }
            counts.merge(Judge.GATE.decide(Gains.of(gains), MARGIN, "σ").verdict(), 1, Integer::sum);
        }
        assertThat(percent(counts, Verdict.ML)).isCloseTo(ml, band(ml));
        assertThat(percent(counts, Verdict.RULE)).isCloseTo(rule, band(rule));
    }

    /// Days that resemble the day before: row spread 1, 5 000 rows a day, day effect 0.05 with correlation `phi`.
    @ParameterizedTest
    @CsvSource({"56, 0, 2.5", "56, 0.3, 2.9", "56, 0.6, 4.4"})
    void weeklyBlocksStayHonestWhereDaysAreAlike(int days, double phi, double ml) {
        RandomGenerator random = new SplittableRandom(2021);
        int accepted = 0;
        for (int history = 0; history < HISTORIES; history++) {
            double[] weeks = weeks(days, phi, random);
            if (Judge.DESIGN.decide(Gains.of(weeks), MARGIN, "σ").isMl()) {
                accepted++;
            }
        }
        assertThat(100.0 * accepted / HISTORIES).isCloseTo(ml, band(ml));
    }

    @Test
    void acceptingByRowsInsteadOfWeeksWouldBeWrongFarTooOften() {
        RandomGenerator random = new SplittableRandom(2021);
        double rowsError = 1 / Math.sqrt(56 * 5000.0);
        int accepted = 0;
        for (int history = 0; history < HISTORIES; history++) {
            double mean = Interval.ofMeans(
                            Arrays.stream(weeks(56, 0.3, random)).boxed().toList(), 0.95)
                    .mean();
            if (mean - 1.96 * rowsError > MARGIN) {
                accepted++;
            }
        }
        assertThat(100.0 * accepted / HISTORIES).isGreaterThan(25);
    }

    private static double[] weeks(int days, double phi, RandomGenerator random) {
        double[] weeks = new double[days / 7];
        double effect = 0.05 * random.nextGaussian();
        for (int day = 0; day < days; day++) {
            weeks[day / 7] += (MARGIN + effect + random.nextGaussian() / Math.sqrt(5000)) / 7;
            effect = phi * effect + 0.05 * Math.sqrt(1 - phi * phi) * random.nextGaussian();
        }
        return weeks;
    }

    private static double percent(Map<Verdict, Integer> counts, Verdict verdict) {
        return 100.0 * counts.getOrDefault(verdict, 0) / HISTORIES;
    }

    /// Four binomial standard errors of this simulation, and a little for the rounding of the expectation.
    private static Offset<Double> band(double percent) {
        double share = Math.clamp(percent / 100, 0.0005, 0.9995);
        return Offset.offset(0.1 + 400 * Math.sqrt(share * (1 - share) / HISTORIES));
    }
}

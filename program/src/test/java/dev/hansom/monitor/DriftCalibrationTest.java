package dev.hansom.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Progress;
import dev.hansom.score.Columns;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether drift is found as often as is said, and no more often: fixed seeds, binomial bands.
class DriftCalibrationTest {
    /// Where the true PSI is just the limit, the evidence is below α in about α of the samples; where it is 0, less
    /// often.
    @ParameterizedTest
    @CsvSource({"20000, 5000, 0.01", "20000, 5000, 0.05", "100000, 20000, 0.02", "2000, 700, 0.05"})
    void evidenceErrsAsOftenAsItSays(int rows, int liveRows, double psi) {
        int repetitions = 3000;
        double[] reference = uniform(20);
        double[] live = atDistance(reference, psi);
        int alarms = 0;
        int silentAlarms = 0;
        SplittableRandom random = new SplittableRandom(rows + liveRows);
        for (int i = 0; i < repetitions; i++) {
            long[] before = sample(reference, rows, random);
            alarms += Divergence.of(before, sample(live, liveRows, random)).evidence(psi) <= 0.05 ? 1 : 0;
            silentAlarms +=
                    Divergence.of(before, sample(reference, liveRows, random)).evidence(psi) <= 0.05 ? 1 : 0;
        }
        assertThat((double) alarms / repetitions).isBetween(0.03, 0.07);
        assertThat((double) silentAlarms / repetitions).isLessThan(0.01);
    }

    /// Weeks of a town that never changes, at several sizes: findings of drift in no more than α of the windows.
    @ParameterizedTest
    @CsvSource({"30, 40", "150, 20", "700, 6"})
    void aTownThatDoesNotChangeIsGreen(int rowsADay, int towns) {
        int windows = 0;
        int alarms = 0;
        for (int seed = 0; seed < towns; seed++) {
            Town town = new Town(1000L * rowsADay + seed, rowsADay);
            Baseline baseline = Town.baseline(town.rows(Town.JANUARY, 31));
            Observed traffic = town.traffic(town.rows(Town.MARCH, 31));
            MonitorResult result = new Watching(Town.PROJECT).watch(baseline, traffic, Expected.UNKNOWN, Progress.NONE);
            windows += result.windows().size();
            alarms += (int) result.windows().stream()
                    .filter(window -> window.status() != Status.GREEN)
                    .count();
        }
        double allowed = DriftTest.ALPHA * windows;
        assertThat((double) alarms).isLessThanOrEqualTo(allowed + 3 * Math.sqrt(allowed));
    }

    /// A change of a tenth in one number is seen when there are rows enough, and is no alarm.
    @Test
    void aChangeOfATenthIsAmber() {
        Town town = new Town(5, 1500);
        Columns past = town.rows(Town.JANUARY, 31);
        Columns live = town.rows(Town.MARCH, 28);
        for (int row = 0; row < live.size(); row++) {
            live.set(2, row, live.number(2, row) * 1.2);
        }
        MonitorResult result = new Watching(Town.PROJECT)
                .watch(Town.baseline(past), town.traffic(live), Expected.UNKNOWN, Progress.NONE);
        assertThat(result.health().status()).isEqualTo(Status.AMBER);
        assertThat(result.windows()).allMatch(window -> window.status() == Status.AMBER);
        assertThat(result.health().findings())
                .allMatch(finding -> finding.about().equals("miles"));
    }

    private static double[] uniform(int bins) {
        double[] shares = new double[bins];
        java.util.Arrays.fill(shares, 1.0 / bins);
        return shares;
    }

    /// Shares tilted so far that the PSI against `shares` is `psi`.
    private static double[] atDistance(double[] shares, double psi) {
        double low = 0;
        double high = 5;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (psi(shares, tilted(shares, middle)) < psi) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return tilted(shares, low);
    }

    private static double[] tilted(double[] shares, double by) {
        double[] tilted = new double[shares.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            tilted[i] = shares[i] * Math.exp(by * i / shares.length);
            sum += tilted[i];
        }
        for (int i = 0; i < shares.length; i++) {
            tilted[i] /= sum;
        }
        return tilted;
    }

    private static double psi(double[] p, double[] q) {
        double psi = 0;
        for (int i = 0; i < p.length; i++) {
            psi += (p[i] - q[i]) * Math.log(p[i] / q[i]);
        }
        return psi;
    }

    /// Counts of independent rows, near enough: Poisson counts of a Gaussian shape, none of them small.
    private static long[] sample(double[] shares, int rows, SplittableRandom random) {
        long[] counts = new long[shares.length];
        for (int i = 0; i < counts.length; i++) {
            double mean = rows * shares[i];
            counts[i] = Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        return counts;
    }
}

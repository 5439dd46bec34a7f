package dev.hansom.monitor;

import dev.hansom.score.profile.Histogram;
import dev.hansom.score.profile.LevelBins;
import dev.hansom.score.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;

/// Compares a window with the reference, column by column, and judges all tests of the window together.
///
/// Something is found where it is evident (adjusted p at most [#ALPHA]) that the true size is above the column's own
/// noise; it is red where the size is large as well. Evidence and size are apart, so that neither many rows nor few
/// make a verdict.
final class DriftTest {
    /// False discovery rate of a window: with weekly windows about one false window in two years at most.
    static final double ALPHA = 0.01;
    /// From here on a PSI is large. Between the largest of ordinary months (0.02 on two months of green taxi trips) and
    /// kilometres for miles (0.23 on the same trips).
    private static final double LARGE_PSI = 0.15;
    /// Or so many times the column's own noise, where that is more.
    private static final double TIMES_NOISE = 5;
    /// From here on a difference of shares is large.
    private static final double LARGE_SHARE = 0.2;
    /// A column that was there in at least this share of rows and now never is, is red.
    private static final double GONE = 0.02;
    /// Fewer days do not show the hours of the day.
    private static final int DAYS_FOR_HOURS = 5;

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private final List<Drift> drifts = new ArrayList<>();
    private final long from;
    private final long to;

    /// A test of the days from `from` up to but without `to`.
    DriftTest(long from, long to) {
        this.from = from;
        this.to = to;
    }

    /// Measures the columns of `days`, whose bins are those of `reference`.
    /// Missing values are looked for in `all` rows, the rest in those of `days`: a filter may drop what is missing.
    void add(Reference reference, Days days, Days all) {
        Profile now = days.between(from, to);
        Profile anyhow = all.between(from, to);
        if (anyhow.rows() == 0 || reference.total().rows() == 0) {
            return;
        }
        List<Noise> noise = reference.noise(from, to, now.rows());
        for (int i = 0; i < noise.size(); i++) {
            drifts.add(drift(
                    reference, i, now.histograms().get(i), anyhow.histograms().get(i), noise.get(i)));
        }
    }

    /// All columns, judged.
    List<Drift> judged(int activeDays) {
        double[] p = drifts.stream()
                .flatMap(drift -> java.util.stream.Stream.of(drift.shape(), drift.missing(), drift.newLevels()))
                .filter(Measure::measured)
                .mapToDouble(Measure::p)
                .toArray();
        double[] adjusted = Family.adjusted(p);
        int next = 0;
        List<Drift> judged = new ArrayList<>();
        for (Drift drift : drifts) {
            Measure[] measures = {drift.shape(), drift.missing(), drift.newLevels()};
            for (int i = 0; i < measures.length; i++) {
                if (measures[i].measured()) {
                    measures[i] = measures[i].judged(adjusted[next++], ALPHA, worst(drift.name(), activeDays));
                }
            }
            judged.add(drift.judged(measures[0], measures[1], measures[2]));
        }
        return List.copyOf(judged);
    }

    /// The days of the week follow holidays and weather, and a few days have not all hours: worth a look, no alarm.
    private static Status worst(String name, int activeDays) {
        boolean calendar = name.endsWith(".weekday") || (name.endsWith(".hour") && activeDays < DAYS_FOR_HOURS);
        return calendar ? Status.AMBER : Status.RED;
    }

    private static Drift drift(Reference reference, int index, Histogram now, Histogram anyhow, Noise noise) {
        Histogram before = reference.column(index);
        Divergence divergence = Divergence.of(before.comparable(), now.comparable());
        double missingBefore = Noise.share(before.missing(), before.total());
        double missingNow = Noise.share(anyhow.missing(), anyhow.total());
        return new Drift(
                reference.subject(),
                before.name(),
                anyhow.total(),
                shape(divergence, noise),
                divergence.known() ? divergence.jensenShannon() : Double.NaN,
                missing(before, anyhow, noise.missing()),
                newLevels(now, noise.unseen()),
                missingBefore,
                missingNow,
                before.quantile(0.5),
                now.quantile(0.5),
                divergence.known() ? Change.shape(before, now) : "",
                divergence.known() ? bins(before, now) : List.of());
    }

    private static List<Drift.Bin> bins(Histogram before, Histogram now) {
        long[] was = before.comparable();
        long[] is = now.comparable();
        List<Drift.Bin> bins = new ArrayList<>();
        for (int i = 0; i < was.length; i++) {
            bins.add(new Drift.Bin(
                    before.bins().comparableLabel(i),
                    Noise.share(was[i], before.present()),
                    Noise.share(is[i], now.present())));
        }
        return bins;
    }

    private static Measure shape(Divergence divergence, Noise noise) {
        if (!divergence.known()) {
            return Measure.NONE;
        }
        double alarm = Math.max(LARGE_PSI, TIMES_NOISE * noise.psi());
        return Measure.of(divergence.size(), noise.psi(), alarm, divergence.evidence(noise.psi()));
    }

    private static Measure missing(Histogram before, Histogram now, double limit) {
        double was = Noise.share(before.missing(), before.total());
        double is = Noise.share(now.missing(), now.total());
        boolean gone = now.present() == 0 && before.present() >= GONE * before.total();
        double alarm = gone ? 0 : Math.max(LARGE_SHARE, TIMES_NOISE * limit);
        double size = Math.abs(is - was);
        double error = Math.hypot(error(before.missing(), before.total()), error(now.missing(), now.total()));
        return Measure.of(size, limit, alarm, above(size, limit, error));
    }

    private static Measure newLevels(Histogram now, double limit) {
        if (!(now.bins() instanceof LevelBins) || now.present() == 0) {
            return Measure.NONE;
        }
        double size = Noise.share(now.unseen(), now.present());
        double alarm = Math.max(LARGE_SHARE, TIMES_NOISE * limit);
        return Measure.of(size, limit, alarm, above(size, limit, error(now.unseen(), now.present())));
    }

    private static double above(double size, double limit, double error) {
        return size <= limit ? 1 : 1 - NORMAL.cumulativeProbability((size - limit) / error);
    }

    /// The standard error of a share, with one success and one failure more, so that it is never 0.
    private static double error(long part, long whole) {
        double share = (part + 1.0) / (whole + 2.0);
        return Math.sqrt(share * (1 - share) / (whole + 2.0));
    }
}

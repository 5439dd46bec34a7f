package dev.hansom.monitor;

import dev.hansom.score.profile.Histogram;
import dev.hansom.score.profile.LevelBins;
import dev.hansom.score.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/// How much a column of the reference differs from itself: each stretch of it, of the same length and the same days of
/// the week as the window in question, against all the rest.
///
/// The limits are the 95th percentile over the stretches (the largest of fewer than twenty), and never below a floor.
/// Source: leave-one-out, so that no stretch is compared with itself.
record Noise(double psi, double missing, double unseen, int stretches) {
    private static final double FLOOR = 0.01;
    /// Where the reference is too short to be compared with itself.
    private static final double UNKNOWN = 0.05;

    private static final double SHARE = 0.95;

    /// The noise of column `index` for each of the `parts` of `total`.
    static Noise of(Profile total, List<Profile> parts, int index) {
        Histogram all = total.histograms().get(index);
        List<Double> psi = new ArrayList<>();
        List<Double> missing = new ArrayList<>();
        List<Double> unseen = new ArrayList<>();
        for (Profile profile : parts) {
            Histogram part = profile.histograms().get(index);
            Histogram rest = all.minus(part);
            if (part.total() > 0 && rest.total() > 0) {
                missing.add(Math.abs(share(part.missing(), part.total()) - share(rest.missing(), rest.total())));
                unseen.add(share(unseen(part, rest), Math.max(1, part.present())));
                psi.add(Divergence.of(part.comparable(), rest.comparable()).size());
            }
        }
        return new Noise(limit(psi), limit(missing), limit(unseen), psi.size());
    }

    private static long unseen(Histogram part, Histogram rest) {
        if (!(part.bins() instanceof LevelBins bins)) {
            return 0;
        }
        long[] here = part.counts();
        long[] there = rest.counts();
        long rows = 0;
        for (int level = 0; level < bins.rare(); level++) {
            rows += there[level] == 0 ? here[level] : 0;
        }
        return rows;
    }

    private static double limit(List<Double> sizes) {
        if (sizes.size() < 2) {
            return UNKNOWN;
        }
        List<Double> sorted = sizes.stream().sorted().toList();
        int rank = (int) Math.ceil(SHARE * sorted.size());
        return Math.max(FLOOR, sorted.get(rank - 1));
    }

    static double share(long part, long whole) {
        return (double) part / whole;
    }
}

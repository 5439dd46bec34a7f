package dev.hansom.monitor;

/// How far two rows of counts lie apart, in the bins where at least one of them has something.
///
/// Half a count is added to each bin, so that an empty one is not infinitely far.
/// Source: PSI as in Yurdakul and Naranjo, *Statistical properties of the population stability index* (2020); Lin,
/// *Divergence measures based on the Shannon entropy* (1991). Threads: immutable.
record Divergence(double psi, double jensenShannon, int bins, long first, long second) {
    private static final double SMOOTHING = 0.5;

    /// Both counts are of the same bins. Symmetric in the two.
    static Divergence of(long[] first, long[] second) {
        int bins = 0;
        long sumFirst = 0;
        long sumSecond = 0;
        for (int i = 0; i < first.length; i++) {
            bins += first[i] + second[i] > 0 ? 1 : 0;
            sumFirst += first[i];
            sumSecond += second[i];
        }
        double psi = 0;
        double js = 0;
        for (int i = 0; i < first.length; i++) {
            if (first[i] + second[i] > 0) {
                double p = (first[i] + SMOOTHING) / (sumFirst + SMOOTHING * bins);
                double q = (second[i] + SMOOTHING) / (sumSecond + SMOOTHING * bins);
                psi += (p - q) * Math.log(p / q);
                js += (p * Math.log(2 * p / (p + q)) + q * Math.log(2 * q / (p + q))) / 2;
            }
        }
        return new Divergence(psi, Math.sqrt(Math.max(0, js) / Math.log(2)), bins, sumFirst, sumSecond);
    }

    /// Whether both sides have something.
    boolean known() {
        return first > 0 && second > 0;
    }

    /// The size of the sample that the two make together: 1/n = 1/N + 1/M.
    double effectiveRows() {
        return known() ? 1 / (1.0 / first + 1.0 / second) : 0;
    }

    /// The PSI without what chance alone adds to it, (bins - 1) / n; not below 0.
    double size() {
        return known() ? Math.max(0, psi - (bins - 1) / effectiveRows()) : 0;
    }

    /// The probability of at least this PSI where the true one is `limit`: n·PSI is about non-central χ² with bins - 1
    /// degrees of freedom and non-centrality n·limit.
    double evidence(double limit) {
        if (!known() || bins < 2) {
            return 1;
        }
        double rows = effectiveRows();
        return NoncentralChiSquared.survival(rows * psi, bins - 1, rows * limit);
    }
}

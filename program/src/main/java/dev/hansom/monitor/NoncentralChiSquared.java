package dev.hansom.monitor;

import org.hipparchus.special.Gamma;

/// The non-central χ² distribution, as a Poisson mixture of central ones.
///
/// Source: Johnson, Kotz and Balakrishnan, *Continuous Univariate Distributions* volume 2, equation 29.2; the terms
/// climb by Q(a+1, x) = Q(a, x) + x^a e^-x / Γ(a+1) (DLMF 8.8.6).
final class NoncentralChiSquared {
    /// Terms further below the most likely one than so many standard deviations cannot be seen in the sum.
    private static final double DEVIATIONS = 12;

    private NoncentralChiSquared() {}

    /// The probability to exceed `x` at `degrees` (> 0) of freedom and this non-centrality (>= 0).
    static double survival(double x, double degrees, double noncentrality) {
        if (x <= 0) {
            return 1;
        }
        double half = noncentrality / 2;
        if (half == 0) {
            return Gamma.regularizedGammaQ(degrees / 2, x / 2);
        }
        long j = (long) Math.max(0, Math.floor(half - DEVIATIONS * Math.sqrt(half)));
        double shape = degrees / 2 + j;
        double tail = Gamma.regularizedGammaQ(shape, x / 2);
        double sum = 0;
        while (true) {
            double weight = Math.exp(j * Math.log(half) - half - Gamma.logGamma(j + 1.0));
            double term = weight * tail;
            sum += term;
            if (j > half && (weight == 0 || (shape > x / 2 && weight < 1e-17 * sum))) {
                return Math.min(1, sum);
            }
            tail += Math.exp(shape * Math.log(x / 2) - x / 2 - Gamma.logGamma(shape + 1));
            shape++;
            j++;
        }
    }
}

package dev.hansom.check;

/// A quantile of sorted numbers, between its neighbours in proportion.
///
/// Source: Hyndman and Fan (1996), definition 7.
final class Quantile {
    private Quantile() {}

    static double of(double[] sorted, double level) {
        double at = level * (sorted.length - 1);
        int low = (int) at;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }
}

package dev.hansom.check;

/// How far one list of numbers is a straight line of another: Pearson's r over the rows where both have one.
final class Correlation {
    /// From this on two columns count as the same measure.
    static final double SAME = 0.9999999;
    private static final int ENOUGH = 100;

    private Correlation() {}

    /// From -1 to 1; 0 where either is constant or too few rows have both.
    static double of(double[] one, double[] other) {
        long rows = 0;
        double meanOne = 0;
        double meanOther = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        double products = 0;
        for (int i = 0; i < one.length; i++) {
            if (!Double.isFinite(one[i]) || !Double.isFinite(other[i])) {
                continue;
            }
            rows++;
            double fromOne = one[i] - meanOne;
            double fromOther = other[i] - meanOther;
            meanOne += fromOne / rows;
            meanOther += fromOther / rows;
            squaresOne += fromOne * (one[i] - meanOne);
            squaresOther += fromOther * (other[i] - meanOther);
            products += fromOne * (other[i] - meanOther);
        }
        double spread = Math.sqrt(squaresOne) * Math.sqrt(squaresOther);
        return rows < ENOUGH || !(spread > 0) ? 0 : products / spread;
    }
}

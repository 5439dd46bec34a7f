package dev.hansom.monitor;

import dev.hansom.score.profile.Bins;
import dev.hansom.score.profile.Histogram;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// What changed in a column, in words.
final class Change {
    /// A median that moved by less is not what changed.
    private static final double SAME = 0.02;

    private static final MathContext DIGITS = new MathContext(3);

    private Change() {}

    /// The move of the median of a number, else of the bin that changed most.
    static String shape(Histogram before, Histogram now) {
        double from = before.quantile(0.5);
        double to = now.quantile(0.5);
        if (Math.abs(to - from) > SAME * Math.max(Math.abs(from), Math.abs(to))) {
            return "median " + number(from) + " → " + number(to);
        }
        long[] was = before.comparable();
        long[] is = now.comparable();
        int most = 0;
        double largest = -1;
        for (int i = 0; i < was.length; i++) {
            double p = (was[i] + 0.5) / (before.present() + 1);
            double q = (is[i] + 0.5) / (now.present() + 1);
            double part = (p - q) * Math.log(p / q);
            if (part > largest) {
                largest = part;
                most = i;
            }
        }
        Bins bins = before.bins();
        return "“" + bins.comparableLabel(most) + "” "
                + percent((double) was[most] / Math.max(1, before.present()))
                + " → "
                + percent((double) is[most] / Math.max(1, now.present()));
    }

    static String percent(double share) {
        double percent = 100 * share;
        String format = percent == Math.rint(percent) || (percent >= 10 && percent <= 90) ? "%.0f %%" : "%.1f %%";
        return String.format(Locale.ROOT, format, percent);
    }

    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}

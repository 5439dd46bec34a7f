package dev.hansom.report.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers as people read them: a real minus sign, thousands apart by a narrow space, never a locale.
public final class Numerals {
    private static final String NARROW_SPACE = "\u202f";
    private static final String NO_NUMBER = "–";

    private Numerals() {}

    /// With that many decimals; a dash for NaN, ∞ for infinities.
    public static String number(double value, int decimals) {
        if (Double.isNaN(value)) {
            return NO_NUMBER;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        String digits = new BigDecimal(Math.abs(value))
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        boolean negative = value < 0 && digits.chars().anyMatch(c -> c >= '1' && c <= '9');
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        return (negative ? "−" : "") + apart(whole) + (point < 0 ? "" : digits.substring(point));
    }

    /// The same with a plus where it is positive.
    public static String signed(double value, int decimals) {
        String text = number(value, decimals);
        return value > 0 && !text.equals(number(0, decimals)) ? "+" + text : text;
    }

    /// A whole number.
    public static String count(long value) {
        return (value < 0 ? "−" : "") + apart(Long.toString(Math.abs(value)));
    }

    /// A share as percent, for example `12.5 %`.
    public static String percent(double share, int decimals) {
        return Double.isNaN(share) ? NO_NUMBER : number(100 * share, decimals) + "\u00a0%";
    }

    /// With that many significant digits, for numbers whose size is not known beforehand.
    public static String significant(double value, int digits) {
        if (Double.isNaN(value) || Double.isInfinite(value) || value == 0) {
            return number(value, 0);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return number(rounded.doubleValue(), Math.max(0, rounded.scale()));
    }

    /// How many decimals show differences of a twentieth of `size`; two where nothing is known.
    public static int decimals(double size) {
        double scale = Math.abs(size);
        if (!(scale > 0) || Double.isInfinite(scale)) {
            return 2;
        }
        return (int) Math.clamp(1 - Math.floor(Math.log10(scale)), 0, 6);
    }

    /// A coordinate of a drawing: a tenth of a pixel is enough.
    static String coordinate(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
    }

    private static String apart(String digits) {
        if (digits.length() < 5) {
            return digits;
        }
        StringBuilder text = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            text.insert(at, NARROW_SPACE);
        }
        return text.toString();
    }
}

package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers as text: the shortest digits that read back as the same number, written as DuckDB writes them.
///
/// Not `Double.toString`, whose digits differ between Java 17 and 19.
final class NumberTexts {
    private static final int LENGTH_AT_MOST = 100;
    private static final int DIGITS_AT_MOST = 17;

    /// Whole numbers below this have no more than 15 digits.
    private static final double PLAIN = 1e15;

    private static final Pattern NUMBER =
            Pattern.compile(" *[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})? *");

    private NumberTexts() {}

    /// NaN if the text is no finite number.
    static double number(@Nullable String text) {
        return text != null && isNumber(text) ? Numbers.finite(Double.parseDouble(text.strip())) : Double.NaN;
    }

    /// Rounded half away from zero; [Columns#NULL] if the text is no number of 64 bits.
    static long whole(@Nullable String text) {
        if (text == null || !isNumber(text)) {
            return Columns.NULL;
        }
        BigDecimal value = new BigDecimal(text.strip());
        int digits = value.precision() - value.scale();
        if (digits < 0 || value.signum() == 0) {
            return 0;
        }
        if (digits > 19) {
            return Columns.NULL;
        }
        BigDecimal whole = value.setScale(0, RoundingMode.HALF_UP);
        return whole.toBigInteger().bitLength() > 63 ? Columns.NULL : whole.longValue();
    }

    private static boolean isNumber(String text) {
        return text.length() <= LENGTH_AT_MOST && NUMBER.matcher(text).matches();
    }

    /// null for NaN.
    static @Nullable String of(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        if (value != 0 && Math.abs(value) < PLAIN && value == Math.rint(value)) {
            return (long) value + ".0";
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        return sign + (value == 0 ? "0.0" : written(shortest(Math.abs(value))));
    }

    /// Below a power of two numbers lie closer, so there the next digits up may read back where the nearest do not.
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < DIGITS_AT_MOST; digits++) {
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (nearest.doubleValue() == value) {
                return nearest;
            }
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
            if (above.doubleValue() == value) {
                return above;
            }
        }
        return exact.round(new MathContext(DIGITS_AT_MOST, RoundingMode.HALF_EVEN));
    }

    /// Plain from 1e-4 to below 1e16, else with an exponent of at least two digits.
    private static String written(BigDecimal value) {
        String digits = value.unscaledValue().toString().replaceFirst("0+$", "");
        int exponent = value.precision() - value.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = value.stripTrailingZeros().toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String magnitude = Integer.toString(Math.abs(exponent));
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (magnitude.length() < 2 ? "0" : "") + magnitude;
    }
}

package dev.hansom.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Bounds of two digits, so that a person can read them: away from what they bound.
final class Round {
    private static final int DIGITS = 2;

    private Round() {}

    static double down(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(DIGITS, RoundingMode.FLOOR))
                .doubleValue();
    }

    static double up(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(DIGITS, RoundingMode.CEILING))
                .doubleValue();
    }
}

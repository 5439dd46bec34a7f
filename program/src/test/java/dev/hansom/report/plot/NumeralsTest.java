package dev.hansom.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumeralsTest {
    @Test
    void numbersLookAlikeEverywhere() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Numerals.number(-1234567.891, 2)).isEqualTo("−1\u202f234\u202f567.89");
            assertThat(Numerals.coordinate(12.34)).isEqualTo("12.3");
            assertThat(Numerals.coordinate(-0.04)).isEqualTo("0");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void fourDigitsStayTogether() {
        assertThat(Numerals.count(9999)).isEqualTo("9999");
        assertThat(Numerals.count(10000)).isEqualTo("10\u202f000");
    }

    @Test
    void zeroHasNoSign() {
        assertThat(Numerals.number(-0.001, 2)).isEqualTo("0.00");
        assertThat(Numerals.signed(0.001, 2)).isEqualTo("0.00");
        assertThat(Numerals.signed(0.01, 2)).isEqualTo("+0.01");
    }

    @Test
    void whatIsNoNumberIsNotWrittenAsOne() {
        assertThat(Numerals.number(Double.NaN, 1)).isEqualTo("–");
        assertThat(Numerals.number(Double.NEGATIVE_INFINITY, 1)).isEqualTo("−∞");
        assertThat(Numerals.percent(Double.NaN, 1)).isEqualTo("–");
        assertThat(Numerals.significant(Double.NaN, 2)).isEqualTo("–");
    }

    @Test
    void decimalsFollowTheSize() {
        assertThat(Numerals.decimals(0.2)).isEqualTo(2);
        assertThat(Numerals.decimals(20)).isZero();
        assertThat(Numerals.decimals(0.0013)).isEqualTo(4);
        assertThat(Numerals.decimals(0)).isEqualTo(2);
        assertThat(Numerals.significant(0.00123456, 3)).isEqualTo("0.00123");
        assertThat(Numerals.significant(123456, 3)).isEqualTo("123\u202f000");
    }
}

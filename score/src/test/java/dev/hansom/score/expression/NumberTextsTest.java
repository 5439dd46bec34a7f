package dev.hansom.score.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextsTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "-0.0, -0.0",
        "0.1, 0.1",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "1e-4, 0.0001",
        "1e-5, 1e-05",
        "1.25e100, 1.25e+100",
        "123456789012345678, 1.2345678901234568e+17",
        "2e-3, 0.002",
        "4.9e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "5.684341886080802E-14, 5.684341886080802e-14"
    })
    void aNumberIsWrittenInItsShortestForm(double value, String text) {
        assertThat(NumberTexts.of(value)).isEqualTo(text);
    }

    @Test
    void whatIsWrittenReadsBackAsTheSameNumber() {
        Random random = new Random(11);
        for (int i = 0; i < 4_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(NumberTexts.number(NumberTexts.of(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void javasOwnLettersAndHexadecimalsAreNoNumbers() {
        for (String text : new String[] {"1d", "1f", "0x1p3", "NaN", "Infinity", "", " ", ".", "1e", "+-1", "1 2"}) {
            assertThat(NumberTexts.number(text)).as(text).isNaN();
        }
    }
}

package dev.hansom.score.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(20)
class HostileTest {
    static Stream<String> refused() {
        return Stream.of(
                "1 + ".repeat(250_000) + "1",
                "(".repeat(9_000) + "1" + ")".repeat(9_000),
                "(".repeat(201) + "1" + ")".repeat(201),
                "-".repeat(1) + " -".repeat(5_000) + "1",
                "NOT ".repeat(4_000) + "TRUE",
                "1" + " + 1".repeat(4_000),
                "miles" + "::DOUBLE::VARCHAR".repeat(1_000),
                "CASE WHEN TRUE THEN ".repeat(900) + "1" + " END".repeat(900),
                "abs(".repeat(3_000) + "1" + ")".repeat(3_000),
                "9".repeat(15_000),
                "1e" + "9".repeat(15_000),
                "0." + "1".repeat(15_000),
                "'" + "a".repeat(19_000),
                "\"" + "a".repeat(19_000) + "\"",
                "\u0000",
                "miles \u202e 1",
                "\ud800");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void hostileTextIsRefused(String text) {
        assertThatThrownBy(() -> Expression.compile(text, Rows.SCOPE)).isInstanceOf(ExpressionException.class);
    }

    @Test
    void whatIsWideIsNoHarm() {
        String list = "PULocationID IN (" + "1, ".repeat(6_000) + "74)";
        assertThat(Rows.answer(list)).isEqualTo(true);
        assertThat(Rows.answer("coalesce(" + "fare, ".repeat(3_000) + "1)")).isEqualTo(1.0);
        assertThat(Rows.answer("1" + " + 1".repeat(400))).isEqualTo(401L);
    }

    @Test
    void definitionsThatDoubleAreRefusedBeforeTheyExplode() {
        assertThatThrownBy(() -> {
                    Scope scope = Rows.SCOPE.with("d0", Expression.compile("miles", Rows.SCOPE));
                    for (int i = 1; i < 64; i++) {
                        String text = "d" + (i - 1) + " + d" + (i - 1);
                        scope = scope.with("d" + i, Expression.compile(text, scope));
                    }
                })
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("too large with its definitions");
    }

    @Test
    void definitionsThatBuildATowerAreRefused() {
        assertThatThrownBy(() -> {
                    Scope scope = Rows.SCOPE.with("d0", Expression.compile("miles", Rows.SCOPE));
                    for (int i = 1; i < 2_000; i++) {
                        scope = scope.with("d" + i, Expression.compile("d" + (i - 1) + " + 1", scope));
                    }
                })
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("inside one another");
    }

    @Test
    void textThatGrowsBeyondAllBoundsIsMissing() {
        String grown = "'" + "a".repeat(100) + "'";
        for (int i = 0; i < 12; i++) {
            grown = "replace(" + grown + ", 'a', 'aaaaaaaaaaaaaaaaaaaa')";
        }
        assertThat(Rows.answer(grown)).isNull();
        String doubled = "flag";
        for (int i = 0; i < 8; i++) {
            doubled = "(" + doubled + " || " + doubled + ")";
        }
        assertThat((String) Rows.answer(doubled)).hasSize(5 * 256);
    }

    @Test
    void aPatternOfManyPercentSignsTakesNoTimeToSpeakOf() {
        String text = "a".repeat(5_000);
        assertThatCode(() -> assertThat(Rows.answer("'" + text + "' LIKE '" + "%a".repeat(2_000) + "b'"))
                        .isEqualTo(false))
                .doesNotThrowAnyException();
    }

    @Test
    void longTextIsNoNumber() {
        assertThat(Rows.answer("CAST('" + "1".repeat(10_000) + "' AS BIGINT)")).isNull();
        assertThat(Rows.answer("CAST('1e999999999' AS BIGINT)")).isNull();
        assertThat(Rows.answer("CAST('1e-999999999' AS BIGINT)")).isEqualTo(0L);
    }

    @Test
    void randomTextsNeverThrowAnythingElse() {
        Random random = new Random(7);
        String[] pieces = {
            "miles",
            "pickup",
            "flag",
            "(",
            ")",
            "+",
            "-",
            "CASE",
            "WHEN",
            "THEN",
            "END",
            "'a'",
            "1",
            "2.5",
            "NOT",
            "IN",
            ",",
            "BETWEEN",
            "AND",
            "::",
            "DOUBLE",
            "hour",
            "\"",
            "'",
            "NULL",
            "IS",
            "INTERVAL",
            "DAY",
            "||",
            "LIKE",
            "%",
            "\n",
            "é"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(4) == 0 ? "" : " ");
            }
            compiles(text.toString());
        }
    }

    private static void compiles(String text) {
        try {
            Rows.answer(text);
        } catch (ExpressionException expected) {
            assertThat(expected.offset()).as(text).isBetween(0, text.length());
            assertThat(expected.caret()).isNotEmpty();
        }
    }

    @Test
    void theLongestTextCompilesInAMoment() {
        String text = "abs(miles) + ".repeat(400) + "1";
        long start = System.nanoTime();
        Expression.compile(text, Rows.SCOPE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}

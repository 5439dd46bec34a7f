package dev.hansom.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntervalTest {
    /// python/oracles/t_intervals.py wrote the cases: level, low, mean, high, values.
    static Stream<List<Double>> cases() {
        try (InputStream in = IntervalTest.class.getResourceAsStream("/oracles/t-intervals.csv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).map(IntervalTest::numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Double> numbers(String line) {
        return Arrays.stream(line.split(",")).map(Double::valueOf).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theIntervalIsThatOfScipy(List<Double> oracle) {
        Interval interval = Interval.ofMeans(oracle.subList(4, oracle.size()), oracle.getFirst());
        double close = 1e-9 * Math.max(1, Math.abs(oracle.get(3) - oracle.get(1)));
        assertThat(interval.low()).isCloseTo(oracle.get(1), within(close));
        assertThat(interval.mean()).isCloseTo(oracle.get(2), within(close));
        assertThat(interval.high()).isCloseTo(oracle.get(3), within(close));
    }

    @Test
    void aSingleValueSaysNothingOfItsSpread() {
        Interval interval = Interval.ofMeans(List.of(1.5), 0.95);
        assertThat(interval).isEqualTo(new Interval(Double.NEGATIVE_INFINITY, 1.5, Double.POSITIVE_INFINITY, 0.95));
        assertThat(interval.half()).isInfinite();
    }

    @Test
    void noValueHasNoMean() {
        assertThat(Interval.ofMeans(List.of(), 0.95).mean()).isNaN();
    }

    @Test
    void equalValuesLeaveNoDoubt() {
        assertThat(Interval.ofMeans(List.of(2.0, 2.0, 2.0), 0.95)).isEqualTo(new Interval(2, 2, 2, 0.95));
    }
}

package dev.hansom.monitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/// Rows of numbers that python/oracles/drift.py wrote.
final class Oracle {
    private Oracle() {}

    static Stream<double[]> rows(String name) {
        try (InputStream in = Oracle.class.getResourceAsStream("/oracles/" + name + ".csv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).map(Oracle::numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long[] counts(double[] row, int from, int size) {
        return Arrays.stream(row, from, from + size).mapToLong(Math::round).toArray();
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }
}

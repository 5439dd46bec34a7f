package dev.hansom.draft;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// A key that a lookup can learn by: an expression and the level of every row, from 0; a missing value is a level.
final class Levels {
    /// Numbers are cut at their tenths.
    private static final int TENTHS = 10;

    private final String name;
    private final List<String> expressions;
    private final int[] codes;
    private final int count;

    private Levels(String name, List<String> expressions, int[] codes, int count) {
        this.name = name;
        this.expressions = List.copyOf(expressions);
        this.codes = codes;
        this.count = count;
    }

    String name() {
        return name;
    }

    List<String> expressions() {
        return expressions;
    }

    /// How many levels.
    int count() {
        return count;
    }

    /// The level of a row.
    int of(int row) {
        return codes[row];
    }

    /// Every value is a level. `name` is what a person calls it.
    static Levels of(String name, String expression, int rows, IntFunction<Object> value) {
        return of(name, List.of(expression), rows, value);
    }

    private static Levels of(String name, List<String> expressions, int rows, IntFunction<Object> value) {
        Map<Object, Integer> numbers = new HashMap<>();
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = numbers.computeIfAbsent(value.apply(row), any -> numbers.size());
        }
        return new Levels(name, expressions, codes, numbers.size());
    }

    /// Both together.
    Levels with(Levels other) {
        List<String> both =
                Stream.concat(expressions.stream(), other.expressions.stream()).toList();
        return of(
                name + " and " + other.name,
                both,
                codes.length,
                row -> (long) codes[row] * other.count + other.codes[row]);
    }

    /// The values of a column.
    static Levels values(String name, String expression, Columns columns, int index) {
        Object missing = "";
        return of(
                name,
                expression,
                columns.size(),
                row -> columns.isNull(index, row)
                        ? missing
                        : columns.schema().type(index) == Type.STRING
                                ? "=" + columns.text(index, row)
                                : (Object) columns.integer(index, row));
    }

    /// Where a column of numbers is cut: its tenths, each once.
    static double[] cuts(Columns columns, int index) {
        double[] sorted = java.util.stream.IntStream.range(0, columns.size())
                .filter(row -> !columns.isNull(index, row))
                .mapToDouble(row -> number(columns, index, row))
                .sorted()
                .toArray();
        if (sorted.length < TENTHS) {
            return new double[0];
        }
        double[] cuts = new double[TENTHS - 1];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = rounded(sorted[(i + 1) * sorted.length / TENTHS]);
        }
        return Arrays.stream(cuts)
                .distinct()
                .filter(cut -> cut > sorted[0])
                .sorted()
                .toArray();
    }

    /// A column of numbers cut at `cuts`.
    static Levels cut(String name, String expression, Columns columns, int index, double[] cuts) {
        return of(name, expression, columns.size(), row -> {
            if (columns.isNull(index, row)) {
                return -1;
            }
            int found = Arrays.binarySearch(cuts, number(columns, index, row));
            return found >= 0 ? found + 1 : -found - 1;
        });
    }

    private static double number(Columns columns, int index, int row) {
        return columns.schema().type(index) == Type.DOUBLE ? columns.number(index, row) : columns.integer(index, row);
    }

    /// Three significant digits: where exactly a cut lies says nothing.
    private static double rounded(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(3))
                .doubleValue();
    }
}

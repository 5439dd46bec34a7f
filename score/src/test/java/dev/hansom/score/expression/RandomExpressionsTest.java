package dev.hansom.score.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.score.Columns;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RandomExpressionsTest {
    @Test
    void randomExpressionsAnswerLikeDuckDb() throws SQLException {
        assertThat(disagreements(1, 300, 40)).isEmpty();
    }

    @Test
    @Tag("slow")
    void twoHundredThousandPairsAnswerLikeDuckDb() throws SQLException {
        List<String> found = new ArrayList<>();
        for (int seed = 100; seed < 110; seed++) {
            found.addAll(disagreements(seed, 400, 50));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void halfOfTheRandomAnswersAreNotMissing() {
        Random random = new Random(1);
        RandomExpressions texts = new RandomExpressions(random);
        Columns columns = EdgeRows.of(20, random);
        long there = IntStream.range(0, 500)
                .mapToObj(i -> Expression.compile(texts.next(), Rows.SCOPE))
                .mapToLong(expression -> IntStream.range(0, columns.size())
                        .filter(row -> Rows.answer(expression, columns, row) != null)
                        .count())
                .sum();
        assertThat(there).isGreaterThan(500 * 20 / 2);
    }

    /// Of a small value, a large one, or first one and then another.
    @Test
    void choicesBetweenRangesOfAValueAnswerLikeDuckDb() throws SQLException {
        Random random = new Random(7);
        assertThat(disagreements(random, () -> choice(random), 200, 40)).isEmpty();
    }

    private static String choice(Random random) {
        String one = pick(random, "hour(pickup)", "dayofyear(day)", "PULocationID", "-minute(dropoff)");
        String other = random.nextInt(4) == 0 ? "hour(dropoff)" : one;
        return "CASE WHEN " + range(random, one) + " THEN 1 WHEN " + range(random, other) + " THEN 2 WHEN "
                + range(random, one) + pick(random, " THEN 3 END", " THEN 3 ELSE 4 END");
    }

    private static String range(Random random, String value) {
        String limit = pick(random, "0", "-8", "7", "31", "74", "366", "9223372036854775807", "DOLocationID");
        String compared = value + pick(random, " = ", " <> ", " < ", " <= ", " > ", " >= ");
        return switch (random.nextInt(3)) {
            case 0 -> value + " BETWEEN " + random.nextInt(12) + " AND " + limit;
            case 1 -> compared + random.nextInt(24) + " AND " + value + " < " + limit;
            default -> compared + limit;
        };
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static List<String> disagreements(int seed, int expressions, int rows) throws SQLException {
        Random random = new Random(seed);
        return disagreements(random, new RandomExpressions(random)::next, expressions, rows);
    }

    private static List<String> disagreements(Random random, Supplier<String> texts, int expressions, int rows)
            throws SQLException {
        Columns columns = EdgeRows.of(rows, random);
        List<Expression> all = IntStream.range(0, expressions)
                .mapToObj(i -> Expression.compile(texts.get(), Rows.SCOPE))
                .toList();
        List<String> found = new ArrayList<>();
        try (Oracle oracle = new Oracle(columns)) {
            for (int from = 0; from < all.size(); from += 50) {
                found.addAll(oracle.disagreements(all.subList(from, Math.min(all.size(), from + 50)), columns));
            }
        }
        return found;
    }
}

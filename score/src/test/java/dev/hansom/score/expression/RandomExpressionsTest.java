package dev.hansom.score.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.score.Columns;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

    private static List<String> disagreements(int seed, int expressions, int rows) throws SQLException {
        Random random = new Random(seed);
        RandomExpressions texts = new RandomExpressions(random);
        Columns columns = EdgeRows.of(rows, random);
        List<Expression> all = IntStream.range(0, expressions)
                .mapToObj(i -> Expression.compile(texts.next(), Rows.SCOPE))
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

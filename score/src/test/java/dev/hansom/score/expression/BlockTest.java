package dev.hansom.score.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.score.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockTest {
    private static final int ROWS = 300;

    @Test
    void randomExpressionsAnswerABlockAsTheyAnswerItsRows() {
        Random random = new Random(11);
        RandomExpressions texts = new RandomExpressions(random);
        Columns columns = EdgeRows.of(ROWS, random);
        Block block = new Block(columns, ROWS);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            Expression expression = Expression.compile(texts.next(), Rows.SCOPE);
            int from = random.nextInt(ROWS);
            int rows = 1 + random.nextInt(ROWS - from);
            block.set(columns, from, rows);
            if (!one(expression, columns, from, rows).equals(many(expression, block))) {
                found.add(expression.text() + " from " + from + ", " + rows + " rows");
            }
        }
        assertThat(found).isEmpty();
    }

    /// Every list of branches, of which all, many, few or no rows take one.
    @Test
    void branchesThatFewRowsTakeAnswerTheSame() {
        Random random = new Random(12);
        Columns columns = EdgeRows.of(ROWS, random);
        for (String test : List.of("PULocationID = 74", "miles < 0", "miles > -1e308", "TRUE", "FALSE", "night")) {
            for (String value : List.of("fare * 2", "sqrt(miles)", "3.5", "CASE WHEN night THEN fare END")) {
                String cases = "CASE WHEN " + test + " THEN " + value + " WHEN DOLocationID > 7 THEN miles + 1"
                        + " WHEN fare > miles THEN 2 ELSE miles END";
                for (String text :
                        List.of(cases, "coalesce(" + cases + ", fare, 1.5)", "nullif(" + cases + ", fare)")) {
                    Expression expression = Expression.compile(text, Rows.SCOPE);
                    Block block = new Block(columns, ROWS);
                    block.set(columns, 0, ROWS);
                    assertThat(many(expression, block)).as(text).isEqualTo(one(expression, columns, 0, ROWS));
                }
            }
        }
    }

    @Test
    void everyArrayThatIsTakenIsGivenBack() {
        Random random = new Random(13);
        RandomExpressions texts = new RandomExpressions(random);
        Columns columns = EdgeRows.of(ROWS, random);
        for (int i = 0; i < 300; i++) {
            Expression expression = Expression.compile(texts.next(), Rows.SCOPE);
            Block block = new Block(columns, ROWS);
            block.set(columns, 0, ROWS);
            many(expression, block);
            int made = block.made();
            many(expression, block);
            assertThat(block.made())
                    .as(expression.text())
                    .isEqualTo(made)
                    .isLessThan(40 + expression.term().depth());
        }
    }

    /// Branches that are ranges of one value, small or large.
    @Test
    void rangesOfOneValueAnswerTheSame() {
        Columns columns = EdgeRows.of(ROWS, new Random(14));
        Block block = new Block(columns, ROWS);
        block.set(columns, 0, ROWS);
        for (String value : List.of("hour(pickup)", "-dayofyear(day)", "PULocationID", "pickup - INTERVAL 1 DAY")) {
            String limit = value.startsWith("pickup") ? "TIMESTAMP '2020-01-01 00:00:00'" : "8";
            String text = "CASE WHEN " + value + " < " + limit + " THEN sqrt(miles) WHEN " + value + " = " + limit
                    + " THEN 1.5 WHEN " + value + " > " + limit + " THEN fare * 2 ELSE miles END";
            Expression expression = Expression.compile(text, Rows.SCOPE);
            assertThat(many(expression, block)).as(text).isEqualTo(one(expression, columns, 0, ROWS));
        }
    }

    private static List<Object> one(Expression expression, Columns columns, int from, int rows) {
        List<Object> all = new ArrayList<>();
        for (int row = from; row < from + rows; row++) {
            all.add(
                    switch (expression.type()) {
                        case DOUBLE -> expression.number(columns, row);
                        case STRING -> String.valueOf(expression.string(columns, row));
                        case INT64, TIMESTAMP, DATE, BOOLEAN -> expression.integer(columns, row);
                    });
        }
        return all;
    }

    private static List<Object> many(Expression expression, Block block) {
        int rows = block.size();
        return switch (expression.type()) {
            case DOUBLE -> {
                double[] into = block.numbers();
                expression.term().manyNumbers().into(block, into);
                block.free(into);
                yield List.copyOf(Arrays.stream(into, 0, rows).boxed().toList());
            }
            case STRING -> {
                String[] into = new String[ROWS];
                expression.term().manyTexts().into(block, into);
                yield List.copyOf(
                        Arrays.stream(into, 0, rows).map(String::valueOf).toList());
            }
            case INT64, TIMESTAMP, DATE, BOOLEAN -> {
                long[] into = block.wholes();
                expression.term().manyWholes().into(block, into);
                block.free(into);
                yield List.copyOf(Arrays.stream(into, 0, rows).boxed().toList());
            }
        };
    }
}

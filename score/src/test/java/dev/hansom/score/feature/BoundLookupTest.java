package dev.hansom.score.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import dev.hansom.score.expression.ExpressionException;
import dev.hansom.score.expression.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundLookupTest {
    private static final Schema SCHEMA = new Schema(List.of(
            new Schema.Column("from", Type.INT64),
            new Schema.Column("to", Type.INT64),
            new Schema.Column("flag", Type.STRING),
            new Schema.Column("miles", Type.DOUBLE)));

    @Test
    void theFinestLevelThatKnowsTheKeyAnswers() {
        BoundLookup lookup = bind(List.of(
                level(List.of("from", "to"), cell(1.5, 1L, 2L)), level(List.of("from"), cell(2.5, 1L), cell(3.5, 7L))));
        assertThat(number(lookup, 1L, 2L, "x")).isEqualTo(1.5);
        assertThat(number(lookup, 1L, 3L, "x")).isEqualTo(2.5);
        assertThat(number(lookup, 7L, 2L, "x")).isEqualTo(3.5);
        assertThat(number(lookup, 2L, 1L, "x")).isEqualTo(99);
        assertThat(lookup.columns()).containsExactlyInAnyOrder("from", "to");
    }

    @Test
    void aMissingPartIsAValueLikeAnyOther() {
        BoundLookup lookup = bind(
                List.of(level(List.of("from", "flag"), cell(1, 1L, null), cell(2, null, "N"), cell(3, null, null))));
        assertThat(number(lookup, 1L, 0L, null)).isEqualTo(1);
        assertThat(number(lookup, Columns.NULL, 0L, "N")).isEqualTo(2);
        assertThat(number(lookup, Columns.NULL, 0L, null)).isEqualTo(3);
        assertThat(number(lookup, 0L, 0L, null)).isEqualTo(99);
        assertThat(number(lookup, 1L, 0L, "")).isEqualTo(99);
    }

    @Test
    void noLevelAtAllAnswersOverall() {
        assertThat(number(bind(List.of()), 1L, 2L, "x")).isEqualTo(99);
        assertThat(number(bind(List.of(level(List.of("from")))), 1L, 2L, "x")).isEqualTo(99);
    }

    @Test
    void hundredThousandKeysAnswerAsAMapDoes() {
        Random random = new Random(5);
        Map<List<Object>, Double> expected = new HashMap<>();
        while (expected.size() < 100_000) {
            expected.put(
                    Arrays.asList((long) random.nextInt(400) - 100, (long) random.nextInt(300), text(random)),
                    random.nextDouble());
        }
        List<Lookup.Cell> cells = new ArrayList<>();
        expected.forEach((key, value) -> cells.add(new Lookup.Cell(key, 1, value)));
        BoundLookup lookup = bind(List.of(new Lookup.Level(List.of("from", "to", "flag"), cells)));
        for (List<Object> key : expected.keySet()) {
            assertThat(number(lookup, (Long) key.get(0), (Long) key.get(1), (String) key.get(2)))
                    .isEqualTo(expected.get(key));
        }
        for (int i = 0; i < 100_000; i++) {
            long from = random.nextInt(400) - 100;
            long to = random.nextInt(300);
            String flag = text(random);
            assertThat(number(lookup, from, to, flag))
                    .isEqualTo(expected.getOrDefault(Arrays.asList(from, to, flag), 99.0));
        }
    }

    @Test
    void aFineValueIsShrunkToTheCoarserOneOfTheSameRowByCount() {
        Lookup.Level pair = new Lookup.Level(
                List.of("from", "to"),
                List.of(new Lookup.Cell(List.of(1L, 2L), 2, 10), new Lookup.Cell(List.of(1L, 3L), 8, 30)));
        Lookup.Level end = new Lookup.Level(List.of("to"), List.of(new Lookup.Cell(List.of(2L), 4, 20)));
        BoundLookup lookup = new BoundLookup(new Lookup("speed", "mean", 2, List.of(pair, end), 50), Scope.of(SCHEMA));
        double toTwo = (4 * 20 + 2 * 50) / 6.0;
        assertThat(number(lookup, 1, 2, "x")).isCloseTo((2 * 10 + 2 * toTwo) / 4, within(1e-12));
        assertThat(number(lookup, 1, 3, "x")).isCloseTo((8 * 30 + 2 * 50) / 10.0, within(1e-12));
        assertThat(number(lookup, 9, 2, "x")).isCloseTo(toTwo, within(1e-12));
        assertThat(number(lookup, 9, 9, "x")).isEqualTo(50);
    }

    @Test
    void aFractionIsNoKey() {
        assertThatThrownBy(() -> bind(List.of(level(List.of("miles")))))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("speed")
                .hasMessageContaining("cast(miles as int64)");
        bind(List.of(level(List.of("cast(miles as int64)"), cell(1, 1L))));
    }

    @Test
    void aCellThatIsThereTwiceOrDoesNotFitRefuses() {
        assertThatThrownBy(() -> bind(List.of(level(List.of("from"), cell(1, 1L), cell(2, 1L)))))
                .hasMessageContaining("speed")
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> bind(List.of(level(List.of("from"), cell(1, "1")))))
                .hasMessageContaining("fit");
        assertThatThrownBy(() -> bind(List.of(level(List.of("from"), cell(1, 1L, 1L)))))
                .hasMessageContaining("fit");
        assertThatThrownBy(() -> bind(List.of(level(List.of("flag"), cell(1, 1L)))))
                .hasMessageContaining("fit");
    }

    @Test
    void definitionsAndLookupsSeeEarlierOnesAndErrorsNameThem() {
        Vocabulary vocabulary = new Vocabulary(
                List.of(),
                List.of(new Definition("tens", "from // 10"), new Definition("hundreds", "tens // 10")),
                List.of(new Lookup("speed", "mean", 0, List.of(level(List.of("hundreds"), cell(4, 3L))), 9)));
        Columns columns = row(345L, 0L, "x");
        Encoder encoder = new Encoder(
                vocabulary.scope(SCHEMA), List.of(new Feature("a", "speed + tens"), new Feature("b", "from = 345")));
        assertThat(encoder.encode(columns)).containsExactly(38, 1);
        assertThat(encoder.names()).containsExactly("a", "b");
        assertThatThrownBy(() ->
                        new Vocabulary(List.of(), List.of(new Definition("odd", "form + 1")), List.of()).scope(SCHEMA))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("definition odd");
    }

    @Test
    void aFeatureIsANumber() {
        Scope scope = Scope.of(SCHEMA);
        assertThatThrownBy(() -> new Encoder(scope, List.of(new Feature("way", "flag"))))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("way")
                .hasMessageContaining("string");
        assertThatThrownBy(() -> new Encoder(scope, List.of(new Feature("a", "to"), new Feature("a", "from"))))
                .hasMessageContaining("twice");
    }

    @Test
    void aFeatureThatIsMissingOrDoesNotFitIsNaN() {
        Encoder encoder = new Encoder(
                Scope.of(SCHEMA),
                List.of(new Feature("f", "from"), new Feature("m", "miles"), new Feature("b", "flag = 'N'")));
        Columns columns = new Columns(SCHEMA, 1);
        columns.append();
        assertThat(encoder.encode(columns)).containsExactly(Float.NaN, Float.NaN, Float.NaN);
        columns.set(3, 0, 1e300);
        columns.set(2, 0, "N");
        assertThat(encoder.encode(columns)).containsExactly(Float.NaN, Float.NaN, 1);
    }

    private static String text(Random random) {
        int kind = random.nextInt(4);
        return kind == 0 ? null : kind == 1 ? "" : kind == 2 ? "N" : "zone é " + random.nextInt(50);
    }

    private static BoundLookup bind(List<Lookup.Level> levels) {
        return new BoundLookup(new Lookup("speed", "mean", 0, levels, 99), Scope.of(SCHEMA));
    }

    private static Lookup.Level level(List<String> keys, Lookup.Cell... cells) {
        return new Lookup.Level(keys, List.of(cells));
    }

    private static Lookup.Cell cell(double value, Object... key) {
        return new Lookup.Cell(Arrays.asList(key), 1, value);
    }

    private static double number(BoundLookup lookup, long from, long to, String flag) {
        return lookup.number(row(from, to, flag), 0);
    }

    private static Columns row(long from, long to, String flag) {
        Columns columns = new Columns(SCHEMA, 1);
        columns.append();
        columns.set(0, 0, from);
        columns.set(1, 0, to);
        columns.set(2, 0, flag);
        return columns;
    }
}

package dev.hansom.score.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.score.Columns;
import dev.hansom.score.feature.Encoder;
import dev.hansom.score.feature.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StagesTest {
    private static final int ROWS = 600;

    @Test
    void featuresOfWholeVocabulariesAreThoseOfTheirExpressionsOneByOne() {
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            Columns columns = EdgeRows.of(ROWS, random);
            RandomVocabulary vocabulary = new RandomVocabulary(random, columns);
            Encoder encoder = new Encoder(vocabulary.scope(), vocabulary.features());
            float[] wanted = oneByOne(vocabulary.scope(), vocabulary.features(), columns);
            assertThat(encoder.encode(columns)).as("seed " + seed).isEqualTo(wanted);
            assertThat(rowByRow(encoder, columns)).as("seed " + seed).isEqualTo(wanted);
        }
    }

    @Test
    void partsOfTheRowsAreWrittenWhereTheyBelong() {
        Random random = new Random(5);
        Columns columns = EdgeRows.of(ROWS, random);
        RandomVocabulary vocabulary = new RandomVocabulary(random, columns);
        Encoder encoder = new Encoder(vocabulary.scope(), vocabulary.features());
        float[] all = encoder.encode(columns);
        int width = vocabulary.features().size();
        float[] again = new float[all.length];
        Stages.Room room = encoder.room(100);
        for (int from = 0; from < ROWS; ) {
            int rows = Math.min(ROWS - from, random.nextInt(270));
            encoder.encode(columns, from, rows, room, again, from * width);
            from += rows;
        }
        assertThat(again).isEqualTo(all);
    }

    /// Counts how often it is asked, and answers by the number of the row given.
    private static final class Counted implements Calculation {
        private int calls;

        @Override
        public double number(Columns columns, int row) {
            calls++;
            return row / 2.0;
        }

        @Override
        public Set<String> columns() {
            return Set.of();
        }
    }

    @Test
    void whatIsNamedIsComputedOnceARow() {
        Counted counted = new Counted();
        Scope scope = Rows.SCOPE.with("seen", counted);
        scope = scope.with("twice", Expression.compile("seen + seen", scope));
        Encoder encoder = new Encoder(
                scope,
                List.of(new Feature("a", "twice * seen"), new Feature("b", "a + twice"), new Feature("c", "a - seen")));
        Columns columns = EdgeRows.of(ROWS, new Random(1));
        float[] all = encoder.encode(columns);
        assertThat(counted.calls).isEqualTo(ROWS);
        assertThat(all[3 * 20]).isEqualTo(200f);
        assertThat(all[3 * 20 + 1]).isEqualTo(220f);
        assertThat(all[3 * 20 + 2]).isEqualTo(190f);
        counted.calls = 0;
        encoder.encode(columns, 20, encoder.room(1), all, 0);
        assertThat(counted.calls).isEqualTo(1);
        assertThat(all[0]).isEqualTo(200f);
    }

    /// A calculation over other columns that counts how often it is asked.
    private static final class Dear implements Calculation {
        private final AtomicInteger calls;

        private Dear(AtomicInteger calls) {
            this.calls = calls;
        }

        @Override
        public double number(Columns columns, int row) {
            return calls.incrementAndGet();
        }

        @Override
        public Set<String> columns() {
            return Set.of();
        }

        @Override
        public Optional<Calculation> with(UnaryOperator<Key> keys) {
            return Optional.of(new Dear(calls));
        }
    }

    @Test
    void whatStandsInBranchesAloneIsComputedForTheRowsThatTakeThem() {
        AtomicInteger calls = new AtomicInteger();
        Scope scope = Rows.SCOPE.with("dear", new Dear(calls));
        scope = scope.with("more", Expression.compile("dear + 1", scope));
        List<Feature> features = List.of(
                new Feature("a", "CASE WHEN miles = 123.456 THEN more * dear ELSE 0 END"),
                new Feature("b", "coalesce(0 * hour(pickup), CASE WHEN fare = 0.1 THEN dear END)"));
        Columns columns = EdgeRows.of(ROWS, new Random(3));
        new Encoder(scope, features).encode(columns);
        assertThat(calls.get()).isPositive().isLessThan(ROWS / 4);
        List<Feature> always = List.of(features.get(0), features.get(1), new Feature("c", "dear"));
        calls.set(0);
        new Encoder(scope, always).encode(columns);
        assertThat(calls.get()).isEqualTo(ROWS);
    }

    @Test
    void aCalculationThatKnowsRowsByTheirNumberIsAskedForTheRowsGiven() {
        Scope scope = Rows.SCOPE.with("seen", new Counted());
        Encoder encoder = new Encoder(
                scope,
                List.of(new Feature("a", "hour(pickup) + hour(pickup)"), new Feature("b", "coalesce(NULL, seen)")));
        float[] all = encoder.encode(EdgeRows.of(ROWS, new Random(1)));
        for (int row = 0; row < ROWS; row++) {
            assertThat(all[row * 2 + 1]).isEqualTo(row / 2f);
        }
    }

    @Test
    void expressionsOfAnotherScopeRefuse() {
        Scope scope = Rows.SCOPE.with("one", Expression.compile("miles + 1", Rows.SCOPE));
        Scope other = Rows.SCOPE.with("one", Expression.compile("miles + 2", Rows.SCOPE));
        List<Expression> answers = List.of(Expression.compile("one * 2", other));
        assertThatThrownBy(() -> new Stages(scope, answers)).hasMessageContaining("one has another meaning");
    }

    private static float[] oneByOne(Scope scope, List<Feature> features, Columns columns) {
        List<Expression> all = new ArrayList<>();
        Scope wider = scope;
        for (Feature feature : features) {
            Expression expression = Expression.compile(feature.expression(), wider);
            all.add(expression);
            wider = wider.with(feature.name(), expression);
        }
        float[] into = new float[columns.size() * features.size()];
        for (int row = 0; row < columns.size(); row++) {
            for (int i = 0; i < all.size(); i++) {
                into[row * all.size() + i] = number(all.get(i), columns, row);
            }
        }
        return into;
    }

    private static float number(Expression expression, Columns columns, int row) {
        if (!expression.type().isNumeric()) {
            long value = expression.integer(columns, row);
            return value == Columns.NULL ? Float.NaN : value;
        }
        float value = (float) expression.number(columns, row);
        return Float.isInfinite(value) ? Float.NaN : value;
    }

    private static float[] rowByRow(Encoder encoder, Columns columns) {
        int width = encoder.names().size();
        float[] into = new float[columns.size() * width];
        Stages.Room room = encoder.room(1);
        for (int row = 0; row < columns.size(); row++) {
            encoder.encode(columns, row, room, into, row * width);
        }
        return into;
    }
}

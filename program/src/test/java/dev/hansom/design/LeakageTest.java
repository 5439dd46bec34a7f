package dev.hansom.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.base.Progress;
import dev.hansom.check.Bins;
import dev.hansom.check.FieldFinding;
import dev.hansom.check.SingleScore;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.learn.Trainer;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.kernel.Linear;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeakageTest {
    private static Map<String, FieldFinding> fields(LabelledRows rides) {
        return new LeakageScan(Towns.project(), rides, rides.size())
                .fields().stream().collect(Collectors.toMap(FieldFinding::field, Function.identity()));
    }

    @Test
    void whatIsKnownLaterIsExcludedAndShowsWhatItWouldHaveGivenAway() {
        FieldFinding fare = fields(Towns.rides(5)).get("fare");
        assertThat(fare.known()).isEqualTo("dropoff");
        assertThat(fare.used()).isFalse();
        assertThat(fare.score()).isGreaterThan(0.95);
        assertThat(fare.suspicious()).isTrue();
        assertThat(fare.leaks()).isFalse();
    }

    @Test
    void theEndOfARideGivesTheAnswerAwayAlthoughItIsATime() {
        assertThat(fields(Towns.rides(5)).get("dropoff_at").score()).isGreaterThan(0.95);
    }

    @Test
    void anHonestFieldExplainsMuchAndANeutralOneNothing() {
        Map<String, FieldFinding> fields = fields(Towns.rides(5));
        // Miles from 0.5 to 8.5: variance 4 · 8²/12 = 21.3 beside that of the noise, 4.
        assertThat(fields.get("miles").score()).isCloseTo(21.3 / 25.3, within(0.03));
        assertThat(fields.get("payment").score()).isLessThan(0.05);
        assertThat(fields.get("at").score()).isLessThan(0.05);
        assertThat(fields.values()).allMatch(field -> field.missing() == 0 && field.missingScore() == 0);
    }

    @Test
    void aFieldThatIsMissingWhereTheAnswerIsLongIsSuspicious() {
        LabelledRows rides = Towns.rides(5);
        for (int row = 0; row < rides.size(); row++) {
            rides.columns().set(2, row, rides.truth(row) > 13.5 ? null : "card");
        }
        FieldFinding payment = fields(rides).get("payment");
        assertThat(payment.missing()).isBetween(0.4, 0.6);
        assertThat(payment.missingScore()).isGreaterThan(0.5);
        assertThat(payment.leaks()).isTrue();
    }

    @Test
    void aFeatureIsJudgedLikeAFieldWithTheValueThatTheModelSees() {
        LabelledRows rides = Towns.rides(5);
        List<Feature> features = List.of(new Feature("twice", "2 * miles"), new Feature("by_card", "payment = 'card'"));
        Trainer trainer = new Trainer() {
            @Override
            public String makes() {
                return "model";
            }

            @Override
            public Model fit(Columns rows, Progress progress) {
                assertThat(rows.size()).isEqualTo(rides.size() / 2);
                Model formula = Towns.model("0.0");
                Linear zero = new Linear(0, new double[2], new double[2]);
                return new Model(formula.signature(), formula.vocabulary(), features, zero, formula.provenance());
            }
        };
        List<FeatureFinding> findings =
                new LeakageScan(Towns.project(), rides, rides.size()).features(trainer, Progress.NONE);
        assertThat(findings).extracting(FeatureFinding::feature).containsExactly("twice", "by_card");
        assertThat(findings.getFirst().score())
                .isCloseTo(fields(rides).get("miles").score(), within(1e-12));
        assertThat(findings.getLast().score())
                .isCloseTo(fields(rides).get("payment").score(), within(1e-12));
        assertThat(findings).noneMatch(FeatureFinding::suspicious);
    }

    @Test
    void noRowsTellNothing() {
        assertThat(new LeakageScan(Towns.project(), Towns.rides(5), 0).fields())
                .allMatch(field -> field.score() == 0 && !field.suspicious());
    }

    @Test
    void fewValuesAreBinsOfTheirOwn() {
        Bins bins = Bins.ofNumbers(new double[] {1, 5, 5, Double.NaN, 7, 0, 6, 99}, 5);
        assertThat(codes(bins, 8)).containsExactly(1, 2, 2, 0, 3, 1, 2, 3);
        assertThat(bins.count()).isEqualTo(4);
        assertThat(bins.missingShare()).isEqualTo(1 / 8.0);
    }

    @Test
    void manyValuesAreFiftyQuantiles() {
        double[] values = IntStream.range(0, 1000).asDoubleStream().toArray();
        Bins bins = Bins.ofNumbers(values, 1000);
        assertThat(bins.count()).isEqualTo(51);
        assertThat(Arrays.stream(codes(bins, 1000)).filter(code -> code == 1)).hasSize(20);
        assertThat(Arrays.stream(codes(bins, 1000)).filter(code -> code == 50)).hasSize(20);
    }

    @Test
    void rareTextsShareABin() {
        @Nullable String[] texts = new @Nullable String[200];
        for (int i = 0; i < 200; i++) {
            texts[i] = i < 120 ? "often" : "rare " + i;
        }
        texts[199] = null;
        Bins bins = Bins.ofTexts(texts, 150);
        assertThat(bins.of(0)).isEqualTo(1);
        assertThat(bins.of(198)).isEqualTo(Bins.MOST);
        assertThat(bins.of(199)).isZero();
    }

    @Test
    void aScoreIsTheShareOfVarianceOnTheLaterHalf() {
        // Means of the earlier half: a 2, b 10; later half around its mean 6.5: 2.5² + 4.5² + 3.5² + 3.5² = 51.
        Bins bins = Bins.ofTexts(new @Nullable String[] {"a", "b", "a", "b", "a", "a", "b", "b"}, 4);
        double[] truths = {1, 10, 3, 10, 4, 2, 10, 10};
        assertThat(SingleScore.of(bins, truths, 4)).isCloseTo(1 - 4.0 / 51, within(1e-12));
    }

    private static int[] codes(Bins bins, int rows) {
        return IntStream.range(0, rows).map(bins::of).toArray();
    }
}

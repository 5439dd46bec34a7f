package dev.hansom.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import dev.hansom.evaluate.Metric;
import dev.hansom.score.Columns;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WatchingTest {
    private static final Expected EXPECTED = new Expected(10, 2, 1);
    private final Town town = new Town(11, 300);
    private final Baseline baseline = Town.baseline(town.rows(Town.JANUARY, 31));

    private static MonitorResult watch(Baseline baseline, Observed observed) {
        return new Watching(Town.PROJECT).watch(baseline, observed, EXPECTED, Progress.NONE);
    }

    private Columns march() {
        return town.rows(Town.MARCH, 31);
    }

    /// March with each answer changed.
    private Observed march(UnaryOperator<Observed.Answer> change) {
        Observed all = town.traffic(march());
        Observed changed = new Observed(Town.PROJECT.askedSchema());
        for (int row = 0; row < all.size(); row++) {
            changed.add(all.fields(), row, change.apply(all.answer(row)));
        }
        return changed;
    }

    @Test
    void aTownAsItWasIsGreen() {
        MonitorResult result = watch(baseline, town.traffic(march()));
        assertThat(result.health()).isEqualTo(new Health(Status.GREEN, List.of()));
        assertThat(result.windows()).hasSize(5);
        assertThat(result.days()).hasSize(31);
        assertThat(result.answered().requests()).isEqualTo(31 * 300);
        assertThat(result.answered().sources()).containsOnlyKeys("model");
    }

    @Test
    void kilometresForMilesAreRedAndNameTheField() {
        Columns rows = march();
        for (int row = 0; row < rows.size(); row++) {
            rows.set(2, row, rows.number(2, row) * 1.609344);
        }
        MonitorResult result = watch(baseline, town.traffic(rows));
        assertThat(result.health().status()).isEqualTo(Status.RED);
        assertThat(result.windows()).allMatch(window -> window.status() == Status.RED);
        assertThat(result.health().findings())
                .allMatch(finding -> finding.about().equals("miles"));
        assertThat(result.health().findings().getFirst().text())
                .matches("miles: median [0-9.]+ → [0-9.]+, and so in 5 of 5 windows");
    }

    @Test
    void aFieldThatIsAlwaysNullIsRedAndNamesTheField() {
        Columns rows = march();
        for (int row = 0; row < rows.size(); row++) {
            rows.setNull(1, row);
        }
        MonitorResult result = watch(baseline, town.traffic(rows));
        assertThat(result.health().status()).isEqualTo(Status.RED);
        assertThat(result.health().findings())
                .allMatch(finding -> finding.about().equals("zone"));
        assertThat(result.health().findings().getFirst().text())
                .isEqualTo("zone: missing 0 % → 100 %, and so in 5 of 5 windows");
    }

    @Test
    void levelsThatNobodyHasSeenAreRed() {
        Columns rows = march();
        for (int row = 0; row < rows.size(); row++) {
            rows.set(3, row, rows.text(3, row) == null ? null : "yes");
        }
        MonitorResult result = watch(baseline, town.traffic(rows));
        assertThat(result.health().status()).isEqualTo(Status.RED);
        assertThat(result.health().findings())
                .anyMatch(finding -> finding.statistic() == Statistic.NEW_LEVELS
                        && finding.text().startsWith("flag: values never seen before 0 % → 100 %"));
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        Observed rows = town.traffic(march());
        Observed turned = new Observed(Town.PROJECT.askedSchema());
        for (int row = rows.size() - 1; row >= 0; row--) {
            turned.add(rows.fields(), row, rows.answer(row));
        }
        assertThat(watch(baseline, turned).windows().stream().map(WatchedWindow::drifts))
                .isEqualTo(watch(baseline, rows).windows().stream()
                        .map(WatchedWindow::drifts)
                        .toList());
    }

    @Test
    void lossesGainAndLagAreThoseOfTheRows() {
        MonitorResult result = watch(baseline, town.traffic(march()));
        assertThat(result.quality().rule().value(Metric.MAE)).isCloseTo(2, within(1e-9));
        assertThat(result.quality().model().value(Metric.RMSE)).isCloseTo(1, within(1e-9));
        assertThat(result.quality().coverage()).isEqualTo(1);
        assertThat(result.quality().lag().orElseThrow().median()).isBetween(hours(1), hours(2));
        assertThat(result.yardstick().gain().mean()).isCloseTo(1, within(1e-9));
        assertThat(result.yardstick().comparison().blocks()).hasSize(4);
        assertThat(result.evaluations())
                .extracting(evaluation -> evaluation.scorer() + " " + evaluation.period() + " "
                        + evaluation.metric().slug())
                .containsExactly(
                        "constant 2021-03 mae",
                        "constant 2021-03 rmse",
                        "rule 2021-03 mae",
                        "rule 2021-03 rmse",
                        "model 2021-03 mae",
                        "model 2021-03 rmse");
        assertThat(result.evaluations()).allMatch(evaluation -> evaluation.rows() == 31 * 300);
    }

    private static java.time.Duration hours(int hours) {
        return java.time.Duration.ofHours(hours);
    }

    @Test
    void aModelThatIsWorseThanTheRuleIsRed() {
        MonitorResult result = watch(
                baseline,
                march(answer -> new Observed.Answer(
                        answer.at(),
                        "model",
                        "",
                        answer.truth() + 3 * (answer.model() - answer.truth()),
                        answer.rule(),
                        answer.truth() + 3 * (answer.model() - answer.truth()),
                        answer.truth(),
                        answer.observedAt())));
        assertThat(result.health().status()).isEqualTo(Status.RED);
        assertThat(result.health().findings())
                .anyMatch(finding -> finding.window().isEmpty()
                        && finding.text().startsWith("the rule answers better: the gain over it is -1.00"))
                .anyMatch(finding -> finding.text().startsWith("the model alone is worse than at the validation"));
    }

    @Test
    void aWorldThatChangedIsAmber() {
        MonitorResult result = watch(
                baseline,
                march(answer -> new Observed.Answer(
                        answer.at(),
                        "model",
                        "",
                        answer.truth() + 1.5 * (answer.model() - answer.truth()),
                        answer.truth() + 1.5 * (answer.rule() - answer.truth()),
                        answer.truth() + 1.5 * (answer.model() - answer.truth()),
                        answer.truth(),
                        answer.observedAt())));
        assertThat(result.health().status()).isEqualTo(Status.AMBER);
        assertThat(result.health().findings())
                .hasSize(1)
                .allMatch(finding -> finding.about().equals("world"));
    }

    @Test
    void aGainBelowTheMarginIsAmber() {
        MonitorResult result = watch(
                baseline,
                march(answer -> new Observed.Answer(
                        answer.at(),
                        "model",
                        "",
                        answer.model(),
                        answer.truth() + 1.1 * (answer.model() - answer.truth()),
                        answer.model(),
                        answer.truth(),
                        answer.observedAt())));
        assertThat(result.health().status()).isEqualTo(Status.AMBER);
        assertThat(result.health().findings().getFirst().text())
                .isEqualTo("the gain over the rule, 0.10 [0.10, 0.10] minutes, is below the margin of 0.2 minutes");
    }

    @Test
    void fewTruthsAreShownAndNotJudged() {
        long[] count = {0};
        MonitorResult result = watch(
                baseline,
                march(answer -> count[0]++ % 2 == 0
                        ? answer
                        : new Observed.Answer(
                                answer.at(),
                                "model",
                                "",
                                answer.model(),
                                answer.rule(),
                                answer.model(),
                                Double.NaN,
                                Columns.NULL)));
        assertThat(result.windows()).noneMatch(window -> window.quality().mature());
        assertThat(result.quality().coverage()).isCloseTo(0.5, within(0.01));
        assertThat(result.health().status()).isEqualTo(Status.AMBER);
        assertThat(result.health().findings())
                .hasSize(1)
                .allMatch(finding -> finding.statistic() == Statistic.COVERAGE);
        assertThat(result.yardstick().comparison().blocks()).isEmpty();
    }

    @Test
    void aRuleThatAnswersForADamagedModelIsRed() {
        MonitorResult result = watch(
                baseline,
                march(answer -> new Observed.Answer(
                        answer.at(),
                        "rule",
                        "model_damaged",
                        answer.rule(),
                        answer.rule(),
                        Double.NaN,
                        answer.truth(),
                        answer.observedAt())));
        assertThat(result.health().status()).isEqualTo(Status.RED);
        assertThat(result.health().findings())
                .hasSize(1)
                .allMatch(finding -> finding.statistic() == Statistic.FALLBACK);
        assertThat(result.evaluations())
                .noneMatch(evaluation -> evaluation.scorer().equals("model"));
    }

    @Test
    void aRuleThatIsChampionIsNoFallback() {
        MonitorResult result = watch(
                baseline,
                march(answer -> new Observed.Answer(
                        answer.at(),
                        "rule",
                        "champion_is_rule",
                        answer.rule(),
                        answer.rule(),
                        Double.NaN,
                        answer.truth(),
                        answer.observedAt())));
        assertThat(result.health().status()).isEqualTo(Status.GREEN);
        assertThat(result.yardstick().comparison().blocks()).isEmpty();
    }

    @Test
    void whatTheLogsLostIsAmber() {
        Observed.Losses losses = new Observed.Losses(3, 0, 0, 4000);
        MonitorResult result = watch(baseline, town.traffic(march()).losses(losses));
        assertThat(result.health().status()).isEqualTo(Status.AMBER);
        assertThat(result.health().findings())
                .extracting(Finding::text)
                .containsExactly(
                        "3 rows were answered and not logged", "30 % of the truths belong to no prediction in the log");
    }

    @Test
    void noTrafficIsAProblem() {
        Observed nothing = new Observed(Town.PROJECT.askedSchema());
        assertThatThrownBy(() -> watch(baseline, nothing))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problems())
                                .extracting(Problem::text)
                                .containsExactly("town: no traffic in the log (expected: at least one answered row"
                                        + " with a time); send requests to the server, or run hansom replay"));
    }

    @Test
    void aBaselineOfAnySizeHoldsNoRows() {
        assertThat(baseline.fieldsProfile().histograms())
                .extracting(histogram -> histogram.counts().length)
                .allMatch(bins -> bins < 300);
    }
}

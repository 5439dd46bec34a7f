package dev.hansom.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JudgeTest {
    private static Decision design(double margin, double... gains) {
        return Judge.DESIGN.decide(Gains.of(gains), margin, "minutes");
    }

    @Test
    void aModelThatWinsByMoreThanTheMarginIsMl() {
        Decision decision = design(0.2, 0.5, 0.6, 0.5, 0.6, 0.5, 0.6);
        assertThat(decision.verdict()).isEqualTo(Verdict.ML);
        assertThat(decision.isMl()).isTrue();
        assertThat(decision.blocks()).isEqualTo(6);
        assertThat(decision.wins()).isEqualTo(6);
        assertThat(decision.stillNeeded()).isEmpty();
        // s = 0.0547723, t(5) = 2.570582: half = 0.057479
        assertThat(decision.interval().low()).isCloseTo(0.55 - 0.057479, within(1e-5));
        assertThat(decision.detectableGain()).isCloseTo(0.2 + 0.057479, within(1e-5));
        assertThat(decision.reasons())
                .containsExactly("the gain over the rule lies in [0.493, 0.607] minutes, above the margin of 0.200");
    }

    @Test
    void aModelThatWinsByLessThanTheMarginLosesToTheRule() {
        Decision decision = design(0.2, 0.10, 0.11, 0.10, 0.11, 0.10, 0.11);
        assertThat(decision.verdict()).isEqualTo(Verdict.RULE);
        assertThat(decision.wins()).isEqualTo(6);
        assertThat(decision.stillNeeded()).isEmpty();
    }

    @Test
    void anIntervalThatHoldsTheMarginNeedsMoreWeeks() {
        Decision decision = design(0.2, 0.1, 0.7, 0.2, 0.6, 0.1, 0.4);
        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
        // mean 0.35, s = 0.258844, half = 0.271641: (0.271641 / 0.15)² · 6 - 6 = 13.68
        assertThat(decision.stillNeeded()).hasValue(14);
        assertThat(decision.reasons()).last().asString().startsWith("about 14 more weeks");
    }

    @Test
    void aGainThatEqualsTheMarginIsNeverDecidedByWaiting() {
        Decision decision = design(0.2, 0.1, 0.3, 0.1, 0.3, 0.1, 0.3);
        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
        assertThat(decision.stillNeeded()).isEmpty();
        assertThat(decision.reasons()).last().asString().contains("practically never");
    }

    @Test
    void fewerThanSixWeeksAreNeverMlAtDesign() {
        Decision decision = design(0.2, 0.5, 0.6, 0.5, 0.6, 0.5);
        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
        assertThat(decision.stillNeeded()).hasValue(1);
        assertThat(decision.reasons()).anyMatch(reason -> reason.startsWith("5 weeks were compared, at least 6"));
    }

    @Test
    void fewerThanSixWeeksMayStillBeEnoughForTheRule() {
        assertThat(design(0.2, -0.5, -0.6, -0.5, -0.6).verdict()).isEqualTo(Verdict.RULE);
    }

    @Test
    void theGateIsContentWithTheFourWeeksOfAMonth() {
        Comparison month = Gains.of(0.5, 0.6, 0.5, 0.6);
        assertThat(Judge.GATE.decide(month, 0.2, "minutes").verdict()).isEqualTo(Verdict.ML);
        assertThat(Judge.GATE.decide(Gains.of(0.5, 0.6, 0.5), 0.2, "minutes").verdict())
                .isEqualTo(Verdict.NOT_ENOUGH_DATA);
    }

    @Test
    void aModelThatLosesMoreThanAThirdOfTheWeeksIsNotMl() {
        // A margin below zero (the model may be worse) is where weeks can be lost with the interval above it.
        Decision decision = design(-1, 0.1, -0.1, 0.1, -0.1, 0.1, -0.1);
        assertThat(decision.interval().low()).isGreaterThan(-1);
        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
        assertThat(decision.reasons()).anyMatch(reason -> reason.contains("won 3 of 6 weeks"));
    }

    @Test
    void aModelThatLeavesRowsUnansweredIsNotMl() {
        Comparison comparison = Gains.of(1, 0.5, 0.6, 0.5, 0.6, 0.5, 0.6);
        Decision decision = Judge.DESIGN.decide(comparison, 0.2, "minutes");
        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
        assertThat(decision.reasons()).anyMatch(reason -> reason.contains("no answer for 14.3 %"));
    }

    @Test
    void noWeekAtAllIsNotEnoughData() {
        Decision decision = design(0.2);
        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
        assertThat(decision.stillNeeded()).hasValue(6);
        assertThat(decision.detectableGain()).isInfinite();
        assertThat(decision.interval().mean()).isNaN();
    }
}

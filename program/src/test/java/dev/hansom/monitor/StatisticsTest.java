package dev.hansom.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatisticsTest {
    static Stream<double[]> noncentral() {
        return Oracle.rows("noncentral-chi-squared");
    }

    @ParameterizedTest
    @MethodSource("noncentral")
    void theNoncentralTailIsThatOfScipy(double[] row) {
        assertThat(NoncentralChiSquared.survival(row[0], row[1], row[2]))
                .isCloseTo(row[3], within(1e-9 * row[3] + 1e-12));
    }

    @Test
    void theTailIsOneBelowTheSmallestValueAndFallsFarAbove() {
        assertThat(NoncentralChiSquared.survival(0, 5, 3)).isEqualTo(1);
        assertThat(NoncentralChiSquared.survival(1e6, 5, 3)).isZero();
        assertThat(NoncentralChiSquared.survival(2e5, 19, 3e5)).isCloseTo(1, within(1e-9));
        assertThat(NoncentralChiSquared.survival(4e5, 19, 3e5)).isBetween(0.0, 1e-100);
    }

    static Stream<double[]> divergences() {
        return Oracle.rows("divergences");
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void divergencesAreThoseOfScipyAndAlikeBothWays(double[] row) {
        int bins = (int) row[0];
        long[] first = Oracle.counts(row, 3, bins);
        long[] second = Oracle.counts(row, 3 + bins, bins);
        Divergence divergence = Divergence.of(first, second);
        assertThat(divergence.psi()).isCloseTo(row[1], Percentage.withPercentage(1e-8));
        assertThat(divergence.jensenShannon()).isCloseTo(row[2], within(1e-9)).isBetween(0.0, 1.0);
        Divergence other = Divergence.of(second, first);
        assertThat(other.psi()).isCloseTo(divergence.psi(), Percentage.withPercentage(1e-9));
        assertThat(other.jensenShannon()).isCloseTo(divergence.jensenShannon(), within(1e-12));
        assertThat(other.evidence(0.01)).isCloseTo(divergence.evidence(0.01), within(1e-9));
    }

    @Test
    void theOrderOfTheBinsDoesNotMatter() {
        long[] first = {10, 0, 300, 7, 55};
        long[] second = {30, 2, 100, 0, 60};
        long[] firstMoved = {300, 55, 10, 7, 0};
        long[] secondMoved = {100, 60, 30, 0, 2};
        assertThat(Divergence.of(firstMoved, secondMoved).psi())
                .isCloseTo(Divergence.of(first, second).psi(), within(1e-12));
    }

    @Test
    void equalCountsAreNoDistanceAndNothingIsUnknown() {
        long[] some = {5, 9, 1};
        assertThat(Divergence.of(some, some).psi()).isZero();
        assertThat(Divergence.of(some, some).jensenShannon()).isZero();
        assertThat(Divergence.of(some, new long[3]).known()).isFalse();
        assertThat(Divergence.of(some, new long[3]).evidence(0.01)).isEqualTo(1);
    }

    static Stream<double[]> families() {
        return Oracle.rows("benjamini-yekutieli");
    }

    @ParameterizedTest
    @MethodSource("families")
    void theFamilyIsJudgedAsScipyDoes(double[] row) {
        int size = (int) row[0];
        double[] adjusted = Family.adjusted(Arrays.copyOfRange(row, 1, 1 + size));
        assertThat(adjusted).containsExactly(Arrays.copyOfRange(row, 1 + size, 1 + 2 * size), within(1e-12));
    }
}

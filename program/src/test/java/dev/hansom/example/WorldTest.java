package dev.hansom.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How much a pair × hour rule leaves to be learned, against the margin of 0.2 minutes.
class WorldTest {
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2025, 2);

    @ParameterizedTest
    @ValueSource(ints = {3_000, 6_000, 20_000})
    void inTheWorldMlARuleLeavesMuchToBeLearned(int rows) {
        Cities.Errors errors = errors(World.ML, rows);
        assertThat(errors.rule() - errors.truth()).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @ValueSource(ints = {6_000, 20_000})
    void inTheWorldRuleARuleLeavesNothingThatPays(int rows) {
        Cities.Errors errors = errors(World.RULE, rows);
        assertThat(errors.rule() - errors.truth()).isLessThan(0.2);
    }

    private static Cities.Errors errors(World world, int rows) {
        return new Cities(CityPlan.USUAL.in(world).rows(rows)).errors(List.of(JANUARY), FEBRUARY);
    }
}

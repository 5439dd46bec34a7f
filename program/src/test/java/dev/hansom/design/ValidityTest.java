package dev.hansom.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.ErrorKind;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import dev.hansom.check.FieldFinding;
import dev.hansom.data.Blocks;
import dev.hansom.data.Stretches;
import dev.hansom.project.Objective;
import dev.hansom.project.Project;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidityTest {
    @Test
    void allFailedChecksAreReportedTogetherAndAreNoVerdict() {
        Project careless = Towns.project(new Objective("rmse", -1, " "), "", Towns.FIELDS);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new DesignStudy(careless, Towns.ladder())
                        .run(
                                Towns.rides(5),
                                Stretches.weeks(Blocks.weeksBefore(Towns.END, 6)),
                                Map.of(),
                                Map.of(),
                                Progress.NONE))
                .satisfies(thrown -> {
                    assertThat(thrown.kind()).isEqualTo(ErrorKind.DATA);
                    assertThat(thrown.problems()).extracting(Problem::code).containsOnly(ErrorCode.DESIGN_INVALID);
                    assertThat(thrown.problems())
                            .extracting(Problem::what)
                            .containsExactly(
                                    "D1 fails: no owner",
                                    "D2 fails: the metric rmse cannot decide, mae and mse can",
                                    "D5 fails: the margin is -1.0, not a number from 0 up; no reason of the margin");
                });
    }

    @Test
    void aUsedFieldThatIsTooGoodFailsAndAnUnusedOneDoesNot() {
        assertThat(Validity.of(Towns.project())
                        .with(leakage(false), Towns.project())
                        .holds())
                .isTrue();
        Validity leaky = Validity.of(Towns.project()).with(leakage(true), Towns.project());
        assertThat(leaky.holds()).isFalse();
        assertThat(leaky.checks().getLast())
                .isEqualTo(
                        new ValidityCheck(
                                "D7",
                                "no field tells the answer beforehand",
                                false,
                                "fare explains too much of the target alone (if it may, decide.trusted says why); "
                                        + "fare_squared explains too much of the target alone (if it may, decide.trusted says why)"));
    }

    private static Leakage leakage(boolean used) {
        return new Leakage(
                List.of(new FieldFinding("fare", "dropoff", used, Optional.empty(), 0.99, 0, 0, true)),
                List.of(new FeatureFinding("fare_squared", "fare * fare", 0.99, 0, 0, used)),
                0,
                0,
                10);
    }
}

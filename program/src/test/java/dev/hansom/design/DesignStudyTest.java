package dev.hansom.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import dev.hansom.data.Blocks;
import dev.hansom.data.Stretches;
import dev.hansom.data.Window;
import dev.hansom.evaluate.Evaluation;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.evaluate.Metric;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesignStudyTest {
    private static final List<Window> SIX = Blocks.weeksBefore(Towns.END, 6);

    private static DesignResult run(LabelledRows rides, List<Window> weeks) {
        return new DesignStudy(Towns.project(), Towns.ladder())
                .run(rides, Stretches.weeks(weeks), Map.of("kept", 1680L), Map.of("design", 1L), Progress.NONE);
    }

    @Test
    void whereRidesHaveAFixedPartTheLineGainsOverSoLongAMile() {
        DesignResult result = run(Towns.rides(5), SIX);
        assertThat(result.decision().interval().low()).isGreaterThan(0.2);
        assertThat(result.decision().margin()).isEqualTo(0.2);
        assertThat(result.decision().unit()).isEqualTo("minutes");
        assertThat(result.decision().wins()).isEqualTo(6);
        assertThat(result.weeks()).hasSize(6).allMatch(Week::won);
        assertThat(result.evaluations())
                .extracting(Evaluation::scorer)
                .containsExactly("constant", "rule", "model", "constant", "rule", "model");
        assertThat(result.evaluations().getFirst().period()).isEqualTo("1970-01-29/1970-03-11");
        assertThat(result.evaluations()).allMatch(line -> line.rows() == 6 * 7 * 24);
        // Noise of spread 2: the mean absolute error of the true line is 2 · √(2/π).
        assertThat(result.evaluations().get(2).value()).isCloseTo(2 * Math.sqrt(2 / Math.PI), within(0.1));
    }

    @Test
    void whereRidesTakeSoLongAMileTheLineGainsLessThanTheMargin() {
        DesignResult result = run(Towns.rides(0), SIX);
        assertThat(result.decision().interval().high()).isLessThan(0.2);
    }

    @Test
    void fourWeeksAreNotEnoughForAModel() {
        DesignResult result = run(Towns.rides(5), Blocks.weeksBefore(Towns.END, 4));
        assertThat(result.decision().blocks()).isEqualTo(4);
        assertThat(result.decision().stillNeeded()).hasValue(2);
    }

    @Test
    void noWeekDecidesNothing() {
        DesignResult result = run(Towns.rides(5), List.of());
        assertThat(result.decision().stillNeeded()).hasValue(6);
        assertThat(result.evaluations()).isEmpty();
    }

    @Test
    void whatTheCallerKnowsGoesIntoTheResult() {
        DesignResult result = run(Towns.rides(5), SIX);
        assertThat(result.rows()).containsEntry("kept", 1680L);
        assertThat(result.openings()).containsEntry("design", 1L);
        assertThat(result.metric()).isEqualTo(Metric.MAE);
        assertThat(result.validity().checks())
                .extracting(ValidityCheck::id)
                .containsExactly("D1", "D2", "D3", "D5", "D6", "D7", "D3");
        assertThat(result.validity().holds()).isTrue();
    }

    @Test
    void equalRowsAreCountedWithinAndAcrossTheFirstComparedWeek() {
        LabelledRows rides = Towns.rides(5);
        Columns again = rides.range(0, rides.size()).columns();
        again.appendFrom(again, rides.size() - 1);
        again.appendFrom(again, 3);
        again.set(0, rides.size() + 1, Towns.END - 1);
        again.set(3, rides.size() + 1, Towns.END);
        Leakage leakage = run(LabelledRows.of(again, "at", "minutes"), SIX).leakage();
        assertThat(leakage.twins()).isEqualTo(1);
        assertThat(leakage.crossing()).isEqualTo(1);
        assertThat(leakage.compared()).isEqualTo(6 * 168 + 2);
    }

    @Test
    void aFieldThatTellsTheAnswerStopsTheDesign() {
        Project leaky = Towns.project(
                Towns.OBJECTIVE,
                "dispatch",
                Towns.FIELDS.stream()
                        .map(field ->
                                field.name().equals("fare") ? Towns.field("fare", Type.DOUBLE, Towns.PICKUP) : field)
                        .toList());
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new DesignStudy(leaky, Towns.ladder())
                        .run(Towns.rides(5), Stretches.weeks(SIX), Map.of(), Map.of(), Progress.NONE))
                .withMessageContaining("D7 fails: fare explains too much of the target alone");
    }
}

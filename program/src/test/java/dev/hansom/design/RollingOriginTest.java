package dev.hansom.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.base.Progress;
import dev.hansom.data.Blocks;
import dev.hansom.data.Stretches;
import dev.hansom.data.Window;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.evaluate.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class RollingOriginTest {
    private static final List<Window> WEEKS = Blocks.weeksBefore(3 * Blocks.WEEK_MICROS, 2);

    @Test
    void everybodyLearnsFromStrictlyEarlierRowsWhoseLabelDelayIsOver() {
        List<Integer> seen = new ArrayList<>();
        Ladder watched = new Ladder(
                Towns.ladder().constant(),
                Towns.trainer("rule", (miles, minutes) -> {
                    seen.add(miles.length);
                    return "miles";
                }),
                Towns.ladder().model());
        Rolling rolling = new RollingOrigin(watched, Metric.MAE, Duration.ofHours(2))
                .over(Stretches.weeks(WEEKS), Towns.rides(5), Progress.NONE);
        // A ride an hour: of the 168 before the first week, only that of the last hour is still unknown.
        assertThat(seen).containsExactly(168 - 1, 2 * 168 - 1);
        assertThat(rolling.weeks()).extracting(Week::fittedOn).containsExactly(167, 335);
    }

    @Test
    void theGainOfAWeekIsTheMeanDifferenceOverItsRows() {
        Ladder fixed = new Ladder(
                Towns.trainer("constant", (miles, minutes) -> "0"),
                Towns.trainer("rule", (miles, minutes) -> "1"),
                Towns.trainer("model", (miles, minutes) -> "2"));
        LabelledRows rides = Towns.rides(5);
        Rolling rolling =
                new RollingOrigin(fixed, Metric.MAE, Duration.ZERO).over(Stretches.weeks(WEEKS), rides, Progress.NONE);
        // Every ride takes longer than two minutes, so a constant nearer by one minute gains one minute.
        assertThat(rolling.weeks()).allSatisfy(week -> {
            assertThat(week.gain()).isBetween(1 - 1e-9, 1 + 1e-9);
            assertThat(week.constant().rows()).isEqualTo(168);
            assertThat(week.rule().rows()).isEqualTo(168);
        });
        assertThat(rolling.comparison().wins()).isEqualTo(2);
    }

    @Test
    void aWeekWithoutAPastIsNotCompared() {
        List<Window> weeks = Blocks.weeksBefore(3 * Blocks.WEEK_MICROS, 3);
        Rolling rolling = new RollingOrigin(Towns.ladder(), Metric.MAE, Duration.ZERO)
                .over(Stretches.weeks(weeks), Towns.rides(5), Progress.NONE);
        assertThat(rolling.weeks()).hasSize(3);
        assertThat(rolling.weeks().getFirst().gain()).isNaN();
        assertThat(rolling.comparison().blocks()).hasSize(2);
        assertThat(rolling.comparison().empty()).containsExactly(weeks.getFirst());
    }

    @Test
    void aPersonCanStopItBetweenWeeks() {
        Progress stopped = new Progress() {
            @Override
            public void begin(String what, long total, String unit) {}

            @Override
            public void at(long done) {
                throw new CancellationException("stopped");
            }

            @Override
            public void end() {}
        };
        RollingOrigin origin = new RollingOrigin(Towns.ladder(), Metric.MAE, Duration.ZERO);
        assertThatThrownBy(() -> origin.over(Stretches.weeks(WEEKS), Towns.rides(5), stopped))
                .isInstanceOf(CancellationException.class);
    }
}

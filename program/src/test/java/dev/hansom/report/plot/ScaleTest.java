package dev.hansom.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void ticksAreRound() {
        Scale scale = new Scale(-0.03, 0.37, 0, 100);
        assertThat(scale.ticks(7).stream().map(tick -> Numerals.number(tick, scale.decimals(7))))
                .containsExactly("0.0", "0.1", "0.2", "0.3");
        assertThat(new Scale(0, 17, 0, 100).ticks(5)).containsExactly(0.0, 5.0, 10.0, 15.0);
        assertThat(new Scale(0, 17, 0, 100).decimals(5)).isZero();
    }

    @Test
    void aScaleIsNeverEmpty() {
        assertThat(Scale.around(DoubleStream.empty(), 0, 100).at(0.5)).isEqualTo(50);
        assertThat(Scale.around(DoubleStream.of(3, 3, Double.NaN), 0, 100).at(3))
                .isEqualTo(50);
        assertThat(Scale.fromZero(DoubleStream.of(0, 0), 0, 100).at(0)).isZero();
    }

    @Test
    void whatLiesOutsideIsDrawnAtTheBorder() {
        Scale scale = new Scale(0, 1, 10, 20);
        assertThat(scale.at(Double.POSITIVE_INFINITY)).isEqualTo(20);
        assertThat(scale.at(-5)).isEqualTo(10);
    }
}

package dev.hansom.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MissingTest {
    @Test
    void notANumberIsMissing() {
        assertThat(Missing.is(Double.NaN)).isTrue();
        assertThat(Missing.is(0.0)).isFalse();
    }

    @Test
    void theSmallestLongIsMissing() {
        assertThat(Missing.is(Missing.LONG)).isTrue();
        assertThat(Missing.is(0L)).isFalse();
    }
}

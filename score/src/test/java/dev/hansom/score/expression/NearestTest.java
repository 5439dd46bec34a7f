package dev.hansom.score.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("trip_distance", "fare", "PULocationID", "DOLocationID", "at");

    @Test
    void aSlipIsRecognised() {
        assertThat(Nearest.to("trip_distnace", KNOWN)).contains("trip_distance");
        assertThat(Nearest.to("tripdistance", KNOWN)).contains("trip_distance");
        assertThat(Nearest.to("FARE", KNOWN)).contains("fare");
        assertThat(Nearest.to("pulocationid", KNOWN)).contains("PULocationID");
        assertThat(Nearest.to("ta", KNOWN)).contains("at");
    }

    @Test
    void somethingElseIsNot() {
        assertThat(Nearest.to("passengers", KNOWN)).isEmpty();
        assertThat(Nearest.to("", KNOWN)).isEmpty();
        assertThat(Nearest.to("x".repeat(100_000), KNOWN)).isEmpty();
        assertThat(Nearest.to("fare", List.of())).isEmpty();
    }
}

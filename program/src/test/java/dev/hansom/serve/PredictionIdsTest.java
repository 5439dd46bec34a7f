package dev.hansom.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PredictionIdsTest {
    @Test
    void idsAreUniqueAndSortedByTheirMaking() {
        PredictionIds ids = new PredictionIds(Clock.systemUTC(), new SplittableRandom(1));
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            made.addAll(Arrays.asList(ids.take("taxi", 1 + i % 7)));
        }
        assertThat(made).isSorted().allMatch(id -> id.length() == PredictionIds.LENGTH);
        assertThat(new HashSet<>(made)).hasSameSizeAs(made);
    }

    @Test
    void aClockThatGoesBackRepeatsNothing() {
        Instant[] now = {Instant.parse("2026-01-02T00:00:00Z")};
        Clock clock = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
        PredictionIds ids = new PredictionIds(clock, new SplittableRandom(1));
        String before = ids.take("taxi", 1)[0];
        now[0] = now[0].minusSeconds(3600);
        assertThat(ids.take("taxi", 1)[0]).isGreaterThan(before);
    }

    @Test
    void anIdTellsItsProject() {
        PredictionIds ids = new PredictionIds(Clock.systemUTC(), new SplittableRandom(1));
        assertThat(PredictionIds.tagOf(ids.take("taxi", 1)[0])).isEqualTo(PredictionIds.tag("taxi"));
        assertThat(PredictionIds.tag("taxi")).isNotEqualTo(PredictionIds.tag("taxi-metered"));
    }

    @Test
    void otherTextIsNoId() {
        assertThat(List.of("", "abc", "U".repeat(26), "8".repeat(26), "0123456789ABCDEFGHJKMNPQR!"))
                .allMatch(text -> PredictionIds.tagOf(text) == -1);
    }
}

package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.score.Columns;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTest {
    @Test
    void weeksLieSideBySideAndEndWhereTheyShould() {
        List<Window> weeks = Blocks.weeksBefore(Trips.at("2025-03-01T00:00:00"), 6);
        assertThat(weeks).hasSize(6);
        assertThat(weeks.getFirst().from()).isEqualTo(LocalDateTime.parse("2025-01-18T00:00:00"));
        assertThat(weeks.getLast().until()).isEqualTo(LocalDateTime.parse("2025-03-01T00:00:00"));
        for (int i = 1; i < weeks.size(); i++) {
            assertThat(weeks.get(i).start()).isEqualTo(weeks.get(i - 1).end());
        }
    }

    @Test
    void aMonthHasFourFullWeeks() {
        assertThat(Blocks.weeksIn(Window.of(YearMonth.of(2025, 2)))).hasSize(4);
        assertThat(Blocks.weeksIn(Window.of(YearMonth.of(2025, 1)))).hasSize(4);
    }

    @Test
    void aSliceHasTheStartAndNotTheEnd() {
        Columns rows = Trips.hourly("2025-01-01T00:00:00", 48);
        Columns day =
                Blocks.slice(rows, 0, new Window(Trips.at("2025-01-01T10:00:00"), Trips.at("2025-01-02T10:00:00")));
        assertThat(day.size()).isEqualTo(24);
        assertThat(day.integer(0, 0)).isEqualTo(Trips.at("2025-01-01T10:00:00"));
        assertThat(Blocks.before(rows, 0, Trips.at("2025-01-01T10:00:00")).size())
                .isEqualTo(10);
    }

    @Test
    void rowsWhoseLabelsWereNotYetKnownAreInNeitherPart() {
        Columns rows = Trips.hourly("2025-01-01T00:00:00", 48);
        Split split = Split.at(rows, 0, Trips.at("2025-01-02T00:00:00"), Duration.ofHours(3));
        assertThat(split.later().size()).isEqualTo(24);
        assertThat(split.earlier().size()).isEqualTo(22);
        assertThat(split.embargoed()).isEqualTo(2);
        Split without = Split.at(rows, 0, Trips.at("2025-01-02T00:00:00"), Duration.ZERO);
        assertThat(without.earlier().size()).isEqualTo(24);
        assertThat(without.embargoed()).isZero();
    }

    @Test
    void duplicatesAreCountedWithinAndAcross() {
        Columns rows = Trips.hourly("2025-01-01T00:00:00", 48);
        assertThat(Duplicates.within(rows, 5)).isZero();
        rows.appendFrom(rows, 3);
        rows.appendFrom(rows, 3);
        assertThat(Duplicates.within(rows, 5)).isEqualTo(2);
        Columns later = Trips.hourly("2025-01-02T00:00:00", 48);
        int split = rows.size();
        assertThat(Duplicates.across(joined(rows, later), split, 5)).isZero();
        later.appendFrom(rows, 3);
        assertThat(Duplicates.across(joined(rows, later), split, 5)).isEqualTo(1);
        assertThat(Duplicates.across(joined(rows, later), split, 1)).isEqualTo(25);
    }

    private static Columns joined(Columns first, Columns then) {
        return Dataset.together(first.schema(), List.of(first, then));
    }
}

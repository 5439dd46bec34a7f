package dev.hansom.score.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.junit.jupiter.api.Test;

class DaysTest {
    @Test
    void theCalendarIsJavas() {
        for (long day = -1_000_000; day < 4_000_000; day += 37) {
            LocalDate date = LocalDate.ofEpochDay(day);
            assertThat(Days.year(day)).isEqualTo(date.getYear());
            assertThat(Days.month(day)).isEqualTo(date.getMonthValue());
            assertThat(Days.dayOfMonth(day)).isEqualTo(date.getDayOfMonth());
            assertThat(Days.dayOfYear(day)).isEqualTo(date.getDayOfYear());
            assertThat(Days.dayOfWeek(day)).isEqualTo(date.getDayOfWeek().getValue() % 7);
            assertThat(Days.week(day)).isEqualTo(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            assertThat(Days.plusMonths(day, 13)).isEqualTo(date.plusMonths(13).toEpochDay());
            assertThat(Days.day(date.getYear(), date.getMonthValue(), date.getDayOfMonth()))
                    .isEqualTo(day);
        }
    }
}

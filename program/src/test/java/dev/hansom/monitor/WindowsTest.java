package dev.hansom.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.data.Window;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static final long MARCH = LocalDate.of(2021, 3, 1).toEpochDay();

    private static Map<Long, Long> days(long from, int days) {
        Map<Long, Long> rows = new HashMap<>();
        for (int i = 0; i < days; i++) {
            rows.put(from + i, 1000L + i);
        }
        return rows;
    }

    private static List<Long> lengths(List<Window> spans) {
        return spans.stream()
                .map(span -> (span.end() - span.start()) / Days.MICROS)
                .toList();
    }

    @Test
    void aMonthIsFourWeeksAndARest() {
        List<Window> windows = Windows.of(days(MARCH, 31), Period.ofDays(7));
        assertThat(lengths(windows)).containsExactly(7L, 7L, 7L, 7L, 3L);
        assertThat(windows.getFirst().start()).isEqualTo(MARCH * Days.MICROS);
        assertThat(windows.getLast().end()).isEqualTo((MARCH + 31) * Days.MICROS);
    }

    @Test
    void aRestOfASingleDayJoinsTheWindowBefore() {
        assertThat(lengths(Windows.of(days(MARCH, 29), Period.ofDays(7)))).containsExactly(7L, 7L, 7L, 8L);
    }

    @Test
    void windowsOfADayStayDays() {
        assertThat(lengths(Windows.of(days(MARCH, 3), Period.ofDays(1)))).containsExactly(1L, 1L, 1L);
    }

    @Test
    void aSingleDayIsAWindow() {
        assertThat(lengths(Windows.of(days(MARCH, 1), Period.ofDays(7)))).containsExactly(1L);
    }

    @Test
    void aRowWithAWrongClockOpensNoWindows() {
        Map<Long, Long> rows = days(MARCH, 31);
        rows.put(LocalDate.of(2009, 1, 1).toEpochDay(), 1L);
        assertThat(Windows.of(rows, Period.ofDays(7))).isEqualTo(Windows.of(days(MARCH, 31), Period.ofDays(7)));
    }

    @Test
    void aGapLeavesNoEmptyWindows() {
        Map<Long, Long> rows = days(MARCH, 7);
        rows.putAll(days(MARCH + 70, 7));
        assertThat(lengths(Windows.of(rows, Period.ofDays(7)))).containsExactly(7L, 7L);
    }

    @Test
    void noTrafficHasNoWindows() {
        assertThat(Windows.of(Map.of(), Period.ofDays(7))).isEmpty();
    }
}

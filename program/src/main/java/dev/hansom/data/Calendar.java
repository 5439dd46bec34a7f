package dev.hansom.data;

import dev.hansom.project.SplitPlan.Each;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;

/// Wall-clock time cut into calendar periods.
final class Calendar {
    private Calendar() {}

    /// The period that starts at `start`, in wall-clock microseconds.
    static Window window(Each each, long start) {
        LocalDateTime from = Window.time(start);
        LocalDateTime until = switch (each) {
            case DAY -> from.plusDays(1);
            case WEEK -> from.plusWeeks(1);
            case MONTH -> from.plusMonths(1);
            case YEAR -> from.plusYears(1);
        };
        return new Window(start, Window.micros(until));
    }

    /// Its name: `2025-01-31`, `2025-W05`, `2025-01`, `2025`.
    static String name(Each each, long start) {
        LocalDate from = Window.time(start).toLocalDate();
        return switch (each) {
            case DAY -> from.toString();
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%d-W%02d",
                        from.get(IsoFields.WEEK_BASED_YEAR),
                        from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> YearMonth.from(from).toString();
            case YEAR -> String.valueOf(from.getYear());
        };
    }

    /// The word by which DuckDB's `date_trunc` knows it.
    static String word(Each each) {
        return each.name().toLowerCase(Locale.ROOT);
    }
}

package dev.hansom.score.profile;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/// The parts of a time that come again: the hours of the day, or the days of the week. Never the time itself.
///
/// Threads: immutable.
public enum ClockBins implements Bins {
    /// 24 hours, and missing.
    HOUR(24),
    /// Monday to Sunday, and missing.
    WEEKDAY(7);

    private static final long HOUR_MICROS = 3_600_000_000L;

    private final int parts;

    ClockBins(int parts) {
        this.parts = parts;
    }

    @Override
    public int size() {
        return parts + 1;
    }

    @Override
    public int bin(Columns rows, int column, int row) {
        if (rows.isNull(column, row)) {
            return missing();
        }
        long value = rows.integer(column, row);
        long day = rows.schema().type(column) == Type.DATE ? value : Math.floorDiv(value, 24 * HOUR_MICROS);
        return this == WEEKDAY
                ? (int) Math.floorMod(day + 3, 7L)
                : (int) Math.floorMod(Math.floorDiv(value, HOUR_MICROS), 24L);
    }

    @Override
    public String label(int bin) {
        if (bin == missing()) {
            return "missing";
        }
        return this == HOUR ? bin + " h" : DayOfWeek.of(bin + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    @Override
    public long[] comparable(long[] counts) {
        return java.util.Arrays.copyOf(counts, parts);
    }

    @Override
    public String comparableLabel(int index) {
        return label(index);
    }
}

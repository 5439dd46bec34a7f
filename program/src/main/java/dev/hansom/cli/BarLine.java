package dev.hansom.cli;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/// The line that shows how far a stage is: share done, rate and time left come first, so that a narrow terminal cuts
/// the bar and the names and not them.
///
/// Threads: immutable.
record BarLine(String unit) implements ProgressBarRenderer {
    private static final int BAR = 10;
    private static final int WIDE = 60;

    /// A stage: `total` 0 where nobody knows; `within` says what happens inside it, empty where nothing is to be said.
    record Stand(String what, long done, long total, Duration elapsed, String within) {}

    @Override
    public String render(ProgressState state, int width) {
        return text(
                new Stand(
                        state.getTaskName(),
                        state.getCurrent(),
                        state.isIndefinite() ? 0 : state.getMax(),
                        state.getTotalElapsed(),
                        state.getExtraMessage()),
                width);
    }

    /// The line, at most `width` characters.
    String text(Stand stand, int width) {
        StringBuilder line = new StringBuilder();
        if (stand.total() > 0) {
            line.append(String.format(Locale.ROOT, "%3d%% ", Math.min(100, 100 * stand.done() / stand.total())));
        } else {
            line.append(Show.count(stand.done())).append(' ').append(unit).append(' ');
        }
        line.append(rate(stand)).append(left(stand));
        if (stand.total() > 0 && width >= WIDE) {
            int full = (int) Math.min(BAR, BAR * stand.done() / stand.total());
            line.append('[')
                    .append("=".repeat(full))
                    .append(" ".repeat(BAR - full))
                    .append("] ");
        }
        line.append(stand.what());
        if (!stand.within().isEmpty()) {
            line.append(": ").append(stand.within());
        }
        return line.length() <= width ? line.toString() : line.substring(0, Math.max(0, width));
    }

    /// `1,234,567 rows/s `; nothing before the first step is done.
    private String rate(Stand stand) {
        double seconds = stand.elapsed().toMillis() / 1e3;
        if (stand.done() <= 0 || seconds <= 0) {
            return "";
        }
        double rate = stand.done() / seconds;
        String figure = rate >= 10 ? Show.count(Math.round(rate)) : String.format(Locale.ROOT, "%.2f", rate);
        return figure + " " + unit + "/s ";
    }

    /// `12 s left `.
    private static String left(Stand stand) {
        if (stand.done() <= 0 || stand.total() <= stand.done()) {
            return "";
        }
        double each = stand.elapsed().toMillis() / 1e3 / stand.done();
        long seconds = Math.max(1, Math.round(each * (stand.total() - stand.done())));
        if (seconds < 100) {
            return seconds + " s left ";
        }
        return (seconds < 6_000 ? Math.round(seconds / 60.0) + " min" : Math.round(seconds / 3_600.0) + " h")
                + " left ";
    }
}

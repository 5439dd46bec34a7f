package dev.hansom.cli;

import java.time.Duration;

/// So many rows in such a time.
record Pace(long rows, Duration took) {
    static final Pace NONE = new Pace(0, Duration.ZERO);

    Pace and(long more, Duration longer) {
        return new Pace(rows + more, took.plus(longer));
    }

    /// `1,234 rows in 0.412 s, 2,995 rows a second`.
    String text() {
        double seconds = Math.max(0.001, took.toMillis() / 1e3);
        return Show.count(rows) + " rows in " + Show.figure(seconds) + " s, " + Show.count((long) (rows / seconds))
                + " rows a second";
    }

    /// Tells how fast rows were read, where any were.
    void tell(Console console) {
        if (rows > 0) {
            console.line("read " + text());
        }
    }
}

package dev.hansom.data;

import dev.hansom.project.Project;
import dev.hansom.score.Columns;

/// The order of rows that have no time: that of what they draw in a [Lot], so that equal rows, and rows of one group,
/// have equal places.
///
/// Unit: microseconds on a made-up clock, from 0 up to but without [#SPAN].
final class MadeUpOrder {
    /// Twenty weeks from 1970-01-01.
    static final long SPAN = 20 * Blocks.WEEK_MICROS;

    private final Lot lot;
    private final int column;

    MadeUpOrder(Project project) {
        this.lot = new Lot(project, Lot.Purpose.PLACE);
        this.column = project.labelledSchema().index(project.time());
    }

    /// The place that is `share` of all rows from the first.
    static long place(double share) {
        return Math.round(share * SPAN);
    }

    /// Sets the places of all rows.
    void set(Columns rows) {
        for (int row = 0; row < rows.size(); row++) {
            rows.set(column, row, (long) (lot.of(rows, row) * SPAN));
        }
    }
}

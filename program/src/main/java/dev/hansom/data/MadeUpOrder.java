package dev.hansom.data;

import dev.hansom.project.Project;
import dev.hansom.score.Columns;

/// The order of rows that have no time: that of a seeded hash of the row's fields, or of its group alone.
///
/// It is the same whatever the order of rows and files; equal rows, and rows of one group, have equal places; and a row
/// keeps its place when other rows come or go.
/// Unit: microseconds on a made-up clock, from 0 up to but without [#SPAN].
final class MadeUpOrder {
    /// Twenty weeks from 1970-01-01.
    static final long SPAN = 20 * Blocks.WEEK_MICROS;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final int width;
    private final int group;
    private final int column;

    MadeUpOrder(Project project) {
        this.seed = project.seed();
        this.width = project.schema().size();
        this.group = project.split().group().map(project.schema()::index).orElse(-1);
        this.column = project.labelledSchema().index(project.time());
    }

    /// The place that is `share` of all rows from the first.
    static long place(double share) {
        return Math.round(share * SPAN);
    }

    /// Sets the places of all rows.
    void set(Columns rows) {
        for (int row = 0; row < rows.size(); row++) {
            long hash = group < 0 ? RowHash.high(rows, width, row) : RowHash.value(rows, group, row);
            double share = (RowHash.mix(hash + seed * GOLDEN) >>> 11) * 0x1p-53;
            rows.set(column, row, (long) (share * SPAN));
        }
    }
}

package dev.hansom.data;

import dev.hansom.project.Project;
import dev.hansom.score.Columns;

/// What each row of a project draws: a number from 0 up to but without 1, from a seeded hash of the row's fields, or of
/// its group alone.
///
/// It is the same whatever the order of rows and files; equal rows, and rows of one group, draw the same; and a row
/// draws the same when other rows come or go. Draws for different purposes have nothing to do with one another.
/// Threads: immutable.
final class Lot {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /// What the draw is for; the number goes into the hash.
    enum Purpose {
        /// The place of a row without a time.
        PLACE(0),
        /// Whether a row is learned from.
        SAMPLE(0x2545F4914F6CDD1DL);

        private final long salt;

        Purpose(long salt) {
            this.salt = salt;
        }
    }

    private final long turn;
    private final int width;
    private final int group;

    Lot(Project project, Purpose purpose) {
        this.turn = project.seed() * GOLDEN + purpose.salt;
        this.width = project.schema().size();
        this.group = project.split().group().map(project.schema()::index).orElse(-1);
    }

    /// What row `row` draws. `rows` begin with the project's fields.
    double of(Columns rows, int row) {
        long hash = group < 0 ? RowHash.high(rows, width, row) : RowHash.value(rows, group, row);
        return (RowHash.mix(hash + turn) >>> 11) * 0x1p-53;
    }
}

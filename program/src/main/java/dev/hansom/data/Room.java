package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Columns;
import java.util.Locale;
import java.util.function.LongSupplier;

/// How much of the memory of the program rows may take: a quarter, since whoever learns from them needs as much again
/// for the rows of a stretch, for their features and for what is learned.
///
/// Threads: for one thread.
final class Room {
    private static final int PARTS = 4;
    private static final long TEXT = 80;
    private static final long VALUE = 8;

    private final String where;
    private final long heap;
    private final LongSupplier total;
    private final long earlier;
    private long texts;

    /// Room in a heap of `heap` bytes, of which `earlier` are taken by rows read before; `total` counts the rows of all
    /// files, when it must be said.
    Room(String where, long heap, long earlier, LongSupplier total) {
        this.where = where;
        this.heap = heap;
        this.earlier = earlier;
        this.total = total;
    }

    /// One more text that is held.
    void text(String text) {
        texts += TEXT + text.length();
    }

    /// How many bytes `rows` take, with the texts: their arrays grow by doubling.
    long bytes(Columns rows) {
        long capacity = 2L * Integer.highestOneBit(Math.max(1, rows.size() - 1));
        return capacity * rows.schema().size() * VALUE + texts;
    }

    /// Errors: DATA_TOO_LARGE where `rows`, and those before them, have outgrown the room.
    void require(Columns rows) {
        if (earlier + bytes(rows) <= heap / PARTS) {
            return;
        }
        long all = Math.max(total.getAsLong(), rows.size());
        long need = PARTS * Math.max(earlier + bytes(rows), all * (bytes(rows) / rows.size()));
        throw new ProblemException(tooLarge(
                where,
                String.format(
                        Locale.ROOT,
                        "%,d rows of %,d columns, about %,d MiB",
                        all,
                        rows.schema().size(),
                        mebibytes(need)),
                heap,
                need));
    }

    /// The problem that there is not enough memory.
    static Problem tooLarge(String where, String value, long heap, long need) {
        long gibibytes = Math.max(2, (need >> 30) + 1);
        return Problem.of(ErrorCode.DATA_TOO_LARGE, where, "there are more rows than the program has memory for")
                .value(value)
                .expected("what fits into " + String.format(Locale.ROOT, "%,d", mebibytes(heap)) + " MiB")
                .next("give it more, HANSOM_JAVA_OPTIONS=-Xmx" + gibibytes
                        + "g, or name fewer fields or files, or let keep drop rows");
    }

    private static long mebibytes(long bytes) {
        return Math.ceilDiv(bytes, 1L << 20);
    }
}

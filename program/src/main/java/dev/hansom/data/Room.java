package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How much of the memory of the program rows may take: a quarter, since whoever learns from them needs as much again
/// for the rows of a stretch, for their features and for what is learned.
///
/// Threads: for one thread.
public final class Room {
    private static final int PARTS = 4;
    private static final long TEXT = 80;
    private static final long VALUE = 8;
    /// The features of all rows lie in one array.
    private static final long MOST_CELLS = Integer.MAX_VALUE - 8;

    private final String where;
    private final long heap;
    private final long earlier;
    private final int width;
    private final double sample;
    private final LongSupplier total;
    private long texts;

    /// Room for rows of `project` in a heap of `heap` bytes, of which `earlier` are taken by rows read before. `total`
    /// counts the rows of all files when it must be said.
    Room(Project project, long heap, long earlier, LongSupplier total) {
        this.where = project.data().folder().toString();
        this.heap = heap;
        this.earlier = earlier;
        this.width =
                Math.max(project.features().size(), project.labelledSchema().size());
        this.sample = project.data().sample();
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
        if (earlier + bytes(rows) <= heap / PARTS && (long) width * rows.size() <= MOST_CELLS) {
            return;
        }
        long files = Math.max(total.getAsLong(), rows.size());
        long all = Math.max(rows.size(), Math.round(files * sample));
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
                need,
                fitting(rows, files)));
    }

    /// The share of `files` rows like `rows` that surely fits, whatever has grown last.
    private double fitting(Columns rows, long files) {
        double each = 2.0 * rows.schema().size() * VALUE + (double) texts / rows.size();
        return Math.min(heap / (PARTS * each), (double) MOST_CELLS / width) / files;
    }

    /// The share, in digits, of `rows` rows of `columns` numbers that fits into a heap of `heap` bytes; empty where all
    /// do.
    public static Optional<String> share(long rows, int columns, long heap) {
        double need = (double) PARTS * VALUE * columns * rows;
        return need <= heap ? Optional.empty() : Optional.of(rounded(heap / (2 * need)));
    }

    /// The problem that there is not enough memory. `share` is that of all rows that would fit.
    static Problem tooLarge(String where, String value, long heap, long need, double share) {
        long gibibytes = Math.max(2, (need >> 30) + 1);
        return Problem.of(ErrorCode.DATA_TOO_LARGE, where, "there are more rows than the program has memory for")
                .value(value)
                .expected("what fits into " + String.format(Locale.ROOT, "%,d", mebibytes(heap)) + " MiB")
                .next("learn from a share of them, data.sample: " + rounded(share)
                        + " in the project file; or give it more, HANSOM_JAVA_OPTIONS=-Xmx" + gibibytes
                        + "g; or name fewer fields or files, or let keep drop rows");
    }

    /// One digit, rounded down.
    private static String rounded(double share) {
        BigDecimal exact = BigDecimal.valueOf(Math.clamp(share, 1e-9, 0.9));
        return exact.round(new MathContext(1, RoundingMode.DOWN))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static long mebibytes(long bytes) {
        return Math.ceilDiv(bytes, 1L << 20);
    }
}

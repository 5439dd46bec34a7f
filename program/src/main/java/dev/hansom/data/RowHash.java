package dev.hansom.data;

import dev.hansom.score.Columns;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A hash of the values of a row in two independent lanes of 64 bits, the same on every machine and in every release.
///
/// Source: the finaliser of SplitMix64 (Steele, Lea, Flood, 2014) as the mixing step.
public final class RowHash {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xD1B54A32D192ED03L;
    /// The hash of a missing value.
    public static final long MISSING = 0x6A09E667F3BCC909L;

    private static final int BLOCK = 1_024;

    private RowHash() {}

    /// The first lane over the first `width` columns.
    static long high(Columns rows, int width, int row) {
        return lane(rows, width, row, GOLDEN);
    }

    /// The second lane over the first `width` columns.
    static long low(Columns rows, int width, int row) {
        return lane(rows, width, row, SECOND);
    }

    /// The fingerprint of rows `from` until the end: the sums of both lanes, worked out column by column in blocks of
    /// rows, so that the mixing of one row need not wait for that of another.
    static Fingerprint sum(Columns rows, int width, int from) {
        long[] highs = new long[BLOCK];
        long[] lows = new long[BLOCK];
        Seen texts = new Seen();
        long high = 0;
        long low = 0;
        for (int start = from; start < rows.size(); start += BLOCK) {
            int count = Math.min(BLOCK, rows.size() - start);
            Arrays.fill(highs, GOLDEN);
            Arrays.fill(lows, SECOND);
            for (int column = 0; column < width; column++) {
                mixIn(rows, column, start, count, highs, lows, texts);
            }
            for (int i = 0; i < count; i++) {
                high += highs[i];
                low += lows[i];
            }
        }
        return new Fingerprint(high, low, rows.size() - from);
    }

    private static void mixIn(Columns rows, int column, int start, int count, long[] highs, long[] lows, Seen texts) {
        switch (rows.schema().type(column)) {
            case DOUBLE -> {
                for (int i = 0; i < count; i++) {
                    double number = rows.number(column, start + i);
                    long value = Double.isNaN(number) ? MISSING : Double.doubleToRawLongBits(number + 0.0);
                    highs[i] = mix(highs[i] + GOLDEN + value);
                    lows[i] = mix(lows[i] + SECOND + value);
                }
            }
            case STRING -> {
                for (int i = 0; i < count; i++) {
                    String text = rows.text(column, start + i);
                    long value = text == null ? MISSING : texts.of(text);
                    highs[i] = mix(highs[i] + GOLDEN + value);
                    lows[i] = mix(lows[i] + SECOND + value);
                }
            }
            case INT64, TIMESTAMP, DATE, BOOLEAN -> {
                for (int i = 0; i < count; i++) {
                    long whole = rows.integer(column, start + i);
                    long value = whole == Columns.NULL ? MISSING : whole;
                    highs[i] = mix(highs[i] + GOLDEN + value);
                    lows[i] = mix(lows[i] + SECOND + value);
                }
            }
        }
    }

    /// Hashes of the texts that came last: the reader shares one object among equal texts, so that most are found here.
    private static final class Seen {
        private static final int ROOM = 256;
        private final @Nullable String[] texts = new String[ROOM];
        private final long[] hashes = new long[ROOM];

        @SuppressWarnings("ReferenceEquality") // another object with the same text is only hashed again
        long of(String text) {
            int place = text.hashCode() & (ROOM - 1);
            if (texts[place] != text) {
                texts[place] = text;
                hashes[place] = RowHash.of(text);
            }
            return hashes[place];
        }
    }

    /// The hash of a text.
    public static long of(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }

    /// A number mixed so well that each of its bits changes half of the others.
    public static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static long lane(Columns rows, int width, int row, long step) {
        long hash = step;
        for (int column = 0; column < width; column++) {
            hash = mix(hash + step + value(rows, column, row));
        }
        return hash;
    }

    /// The hash of one value: the value itself where it is a number.
    static long value(Columns rows, int column, int row) {
        if (rows.isNull(column, row)) {
            return MISSING;
        }
        return switch (rows.schema().type(column)) {
            // Adding zero makes -0.0 and 0.0 one value.
            case DOUBLE -> Double.doubleToLongBits(rows.number(column, row) + 0.0);
            case STRING -> of(String.valueOf(rows.text(column, row)));
            case INT64, TIMESTAMP, DATE, BOOLEAN -> rows.integer(column, row);
        };
    }
}

package dev.hansom.data;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import java.util.HexFormat;

/// What rows there were, in 128 bits: the sum of a hash of every row, so that the order of rows and files, row groups
/// and compression make no difference, while a changed, added, repeated or lost row does.
///
/// It tells accidents apart; it is no defence against somebody who looks for two data sets with the same sum.
public record Fingerprint(long high, long low, long rows) {
    /// No rows at all.
    public static final Fingerprint NONE = new Fingerprint(0, 0, 0);

    /// The fingerprint of `rows` over their first `width` columns.
    public static Fingerprint of(Columns rows, int width) {
        return RowHash.sum(rows, width, 0);
    }

    /// The fingerprint of both sets of rows together.
    public Fingerprint plus(Fingerprint other) {
        return new Fingerprint(high + other.high, low + other.low, rows + other.rows);
    }

    /// 32 hexadecimal digits that depend on the rows, their number and the names and types of their columns.
    public String text(Schema schema) {
        long names = RowHash.of(schema.toString());
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(RowHash.mix(high + RowHash.mix(rows) + names))
                + hex.toHexDigits(RowHash.mix(low ^ RowHash.mix(names + rows)));
    }
}

package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Row;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Rows of values at which implementations like to differ.
final class EdgeRows {
    private static final double[] NUMBERS = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        -0.5,
        2.5,
        -2.5,
        3.5,
        0.1,
        123.456,
        -99.95,
        1e-300,
        1e300,
        -1e308,
        Double.MAX_VALUE,
        4.9e-324,
        0x1p-44,
        9007199254740993.0,
        1e17,
        0.49999999999999994,
        40.7128,
        -74.006,
        1e15,
        1e16,
        1e-5,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        Double.NaN
    };
    private static final long[] WHOLES = {
        0,
        1,
        -1,
        2,
        3,
        7,
        10,
        74,
        265,
        -8,
        24,
        60,
        1_000_000,
        9_223_372_036_854_770_001L,
        -9_223_372_036_854_770_001L,
        (1L << 53) + 1,
        Columns.NULL,
        Columns.NULL
    };
    private static final long[] MOMENTS = {
        0,
        -1,
        1_612_080_300_000_000L,
        1_612_080_300_250_000L,
        1_583_020_799_999_999L,
        1_609_459_200_000_000L,
        -9_223_286_400_000_000L,
        9_214_646_400_000_000L,
        -62_198_755_200_000_000L,
        253_402_300_799_999_999L,
        -86_400_000_000L,
        Columns.NULL
    };
    private static final long[] DAYS = {0, -1, 18_658, 18_321, 18_322, -719_528, -719_529, 2_932_896, Columns.NULL};
    private static final @Nullable String[] TEXTS = {
        "",
        "a",
        "b",
        "Año N",
        "  x ",
        "a\tb",
        "🤦x",
        "ﬀ",
        "STRASSE ß",
        "1.5",
        "-2.5",
        " 12 ",
        "1e3",
        "true",
        "2021-01-31",
        "2021-01-31 08:05:00.25",
        "2021-02-30",
        "it's",
        "a%b_c",
        "nan",
        "1e400",
        "N",
        null
    };

    private EdgeRows() {}

    static Columns of(int count, Random random) {
        Columns rows = new Columns(Rows.SCHEMA, count);
        for (int i = 0; i < count; i++) {
            rows.appendFrom(row(random).columns(), 0);
        }
        return rows;
    }

    private static Row row(Random random) {
        return new Row(Rows.SCHEMA)
                .set("miles", NUMBERS[random.nextInt(NUMBERS.length)])
                .set("fare", NUMBERS[random.nextInt(NUMBERS.length)])
                .set("PULocationID", WHOLES[random.nextInt(WHOLES.length)])
                .set("DOLocationID", WHOLES[random.nextInt(WHOLES.length)])
                .set("pickup", MOMENTS[random.nextInt(MOMENTS.length)])
                .set("dropoff", MOMENTS[random.nextInt(MOMENTS.length)])
                .set("day", DAYS[random.nextInt(DAYS.length)])
                .set("flag", TEXTS[random.nextInt(TEXTS.length)])
                .set("word", TEXTS[random.nextInt(TEXTS.length)])
                .set("night", random.nextInt(5) == 0 ? Columns.NULL : random.nextInt(2));
    }
}

package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

/// Reads a part of a moment, or of many: the parts that features like best have code of their own, with divisors that
/// are constants.
final class Parts {
    private Parts() {}

    /// The part of one moment; missing stays missing.
    static long of(Part part, long moment) {
        return moment == NULL ? NULL : part.of(moment);
    }

    /// Reads the part of what `moment` answers.
    static Wholes of(Part part, Wholes moment) {
        return switch (part) {
            case HOUR -> (c, r) -> hour(moment.at(c, r));
            case MINUTE -> (c, r) -> minute(moment.at(c, r));
            case DAYOFWEEK -> (c, r) -> dayOfWeek(moment.at(c, r));
            case MONTH -> (c, r) -> month(moment.at(c, r));
            default -> (c, r) -> of(part, moment.at(c, r));
        };
    }

    static Fill.Loop<long[], long[]> many(Part part) {
        return switch (part) {
            case HOUR -> Parts::hours;
            case MINUTE -> Parts::minutes;
            case DAYOFWEEK -> Parts::daysOfWeek;
            case MONTH -> Parts::months;
            default ->
                (moments, into, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        into[i] = of(part, moments[i]);
                    }
                };
        };
    }

    private static void hours(long[] moments, long[] into, int rows) {
        for (int i = 0; i < rows; i++) {
            into[i] = hour(moments[i]);
        }
    }

    private static void minutes(long[] moments, long[] into, int rows) {
        for (int i = 0; i < rows; i++) {
            into[i] = minute(moments[i]);
        }
    }

    private static void daysOfWeek(long[] moments, long[] into, int rows) {
        for (int i = 0; i < rows; i++) {
            into[i] = dayOfWeek(moments[i]);
        }
    }

    private static void months(long[] moments, long[] into, int rows) {
        for (int i = 0; i < rows; i++) {
            into[i] = month(moments[i]);
        }
    }

    private static long hour(long moment) {
        return moment == NULL ? NULL : Part.hour(moment);
    }

    private static long minute(long moment) {
        return moment == NULL ? NULL : Part.minute(moment);
    }

    private static long dayOfWeek(long moment) {
        return moment == NULL ? NULL : Part.dayOfWeek(moment);
    }

    private static long month(long moment) {
        return moment == NULL ? NULL : Part.month(moment);
    }
}

package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

/// Reads a part of many moments: the parts that features like best have a loop of their own.
final class PartLoops {
    private PartLoops() {}

    /// The part of one moment; missing stays missing.
    static long of(Part part, long moment) {
        return moment == NULL ? NULL : part.of(moment);
    }

    static Fill.Loop<long[], long[]> of(Part part) {
        return switch (part) {
            case HOUR -> PartLoops::hours;
            case MINUTE -> PartLoops::minutes;
            case DAYOFWEEK -> PartLoops::daysOfWeek;
            case MONTH -> PartLoops::months;
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
            into[i] = moments[i] == NULL ? NULL : Part.hour(moments[i]);
        }
    }

    private static void minutes(long[] moments, long[] into, int rows) {
        for (int i = 0; i < rows; i++) {
            into[i] = moments[i] == NULL ? NULL : Part.minute(moments[i]);
        }
    }

    private static void daysOfWeek(long[] moments, long[] into, int rows) {
        for (int i = 0; i < rows; i++) {
            into[i] = moments[i] == NULL ? NULL : Part.dayOfWeek(moments[i]);
        }
    }

    private static void months(long[] moments, long[] into, int rows) {
        for (int i = 0; i < rows; i++) {
            into[i] = moments[i] == NULL ? NULL : Part.month(moments[i]);
        }
    }
}

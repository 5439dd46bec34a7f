package dev.hansom.project;

import java.util.Optional;

/// How rows are parted into those that train, those that validate and those that are live traffic.
///
/// With `TIME`, rows are in order of time and parted by `each` calendar period: the last `live` periods are traffic,
/// the
/// `validate` periods before them validate, the earlier ones train. Without a time column rows are in an order made up
/// from a seeded hash, of the whole row (`RANDOM`) or of its `group` alone (`GROUP`), and `validate` and `live` are
/// shares of it. Numbers below 1 are shares, of rows or of periods.
/// A `group` beside `TIME`: later rows whose group was seen earlier are not compared.
public record SplitPlan(By by, Optional<String> group, PeriodOf period, Each each, double validate, double live) {
    /// What decides on which side of a cut a row lies.
    public enum By {
        /// Its time.
        TIME,
        /// Its group, so that no group is on both sides.
        GROUP,
        /// Chance: a hash of all of its fields, so that equal rows are on the same side.
        RANDOM
    }

    /// What decides on the period of a row.
    public enum PeriodOf {
        /// [#FILE] where there are several files and each holds practically one period, else [#ROW].
        AUTO,
        /// The file it is in: the period of most of its rows. Rows outside of it are dropped and counted.
        FILE,
        /// Its own time.
        ROW
    }

    /// How long a period is.
    public enum Each {
        /// A day.
        DAY,
        /// A week, from Monday on.
        WEEK,
        /// A calendar month.
        MONTH,
        /// A calendar year.
        YEAR
    }

    /// In order of time by calendar months, so many of them.
    public static SplitPlan months(int validate, int live) {
        return new SplitPlan(By.TIME, Optional.empty(), PeriodOf.AUTO, Each.MONTH, validate, live);
    }
}

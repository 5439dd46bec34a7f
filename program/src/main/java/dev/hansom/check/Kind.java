package dev.hansom.check;

import java.util.Locale;

/// Every kind of finding, one section each in `docs/checks.md`.
public enum Kind {
    /// A value of the project's `checks:` does not hold in a period.
    CHECK_FAILED,
    /// The project file does not say who answers for it, or what is asked.
    UNSTATED,
    /// A field is stored in several types.
    TYPE_CHANGES,
    /// Columns that no field reads.
    EXTRA_COLUMNS,
    /// Two columns of one name.
    COLUMN_TWICE,
    /// Files that are links out of the project's folder.
    LINKED_OUTSIDE,
    /// Values that have no reading in the declared type.
    LOSSY,
    /// A large share of the rows is left out for one reason.
    ROWS_DROPPED,
    /// Rows whose time is not in the period of their file.
    OUTSIDE_PERIOD,
    /// A period between others has no file.
    PERIOD_MISSING,
    /// A period has far fewer rows than the others.
    PERIOD_SIZE,
    /// Too few labelled rows to learn from.
    TOO_FEW_ROWS,
    /// Times that the clock of the time zone skipped.
    CLOCK_SKIPPED,
    /// Times in the hour that the clock showed twice.
    CLOCK_TWICE,
    /// A time that is known later lies before the row's own time.
    TIME_ORDER,
    /// Times that no record of this kind has: 1970-01-01, before 1900, the future.
    ODD_TIME,
    /// Infinite numbers.
    NOT_FINITE,
    /// A few values with the sign that all others do not have.
    SIGN,
    /// Whole numbers that a double cannot hold exactly.
    BEYOND_EXACT,
    /// A few values far beyond all others.
    FAR,
    /// A field without any value.
    EMPTY,
    /// Fields that miss a large share of their values.
    MISSING,
    /// The share of missing values changes from period to period.
    MISSING_CHANGE,
    /// A field that has the same value in every row.
    CONSTANT,
    /// Two fields that say the same.
    SAME,
    /// Rows that repeat another row in every field.
    DUPLICATE_ROWS,
    /// Validation rows that equal a training row in all but times, or nearly.
    NEAR_DUPLICATES,
    /// Rows that ask the same and have another target.
    LABEL_CONFLICT,
    /// Levels that the training periods do not have.
    NEW_LEVELS,
    /// Labels that come later than the project says.
    LABEL_DELAY,
    /// A field that explains too much of the target alone.
    LEAK,
    /// A field whose absence explains too much of the target.
    LEAK_MISSING,
    /// A field that is used before its value is known, with a reason.
    STANDS_IN,
    /// A target that has the same value in every row.
    TARGET_CONSTANT,
    /// A target whose variance comes from very few rows.
    TARGET_TAIL,
    /// A target of two classes, one of them rare.
    TARGET_BALANCE,
    /// A field that looks like personal data.
    PRIVATE,
    /// A field that names each row, so that nothing can be learned from it.
    IDENTIFIER;

    /// The name in texts and in `docs/checks.md`, for example `missing-change`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

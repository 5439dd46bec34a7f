package dev.hansom.check;

import java.util.List;

/// One question to what was counted.
sealed interface Check
        permits ClockCheck,
                ColumnCheck,
                DelayCheck,
                DuplicateCheck,
                FarCheck,
                HeldCheck,
                LeakCheck,
                LevelCheck,
                MissingCheck,
                NumberCheck,
                PeriodCheck,
                PrivateCheck,
                RowCountCheck,
                SameCheck,
                StoredCheck,
                TargetCheck,
                UnstatedCheck {
    /// What is to be said, in the order of the project's fields.
    List<Finding> find(Survey survey);
}

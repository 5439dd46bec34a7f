package dev.hansom.draft;

import dev.hansom.score.Type;

/// A field of the draft: its name, column and type, what it is for, and why that is thought.
record DraftField(String name, String column, Type type, Role role, String reason) {
    /// What a field is for.
    enum Role {
        /// It says what time a row is about.
        TIME,
        /// What is predicted, as the past rows have it.
        TARGET,
        /// A row to be answered has it.
        ASKED,
        /// Rows with the same value belong together; it teaches nothing by itself.
        GROUP,
        /// It is known afterwards, or looks like it.
        OUTCOME,
        /// It is of no use, as far as can be seen.
        LEFT_OUT
    }
}

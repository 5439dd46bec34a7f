package dev.hansom.data;

/// How a stored column becomes the wanted one: `value` in SQL, and `lost`, a condition in SQL for a value that was
/// there
/// and lost something (empty where that cannot be).
public record Selected(Wanted wanted, String value, String lost) {
    /// Who is told of values that lost something: they have no reading in the wanted type, or were rounded.
    @FunctionalInterface
    public interface Losses {
        /// Row `row` of the file, from 0, has such a value.
        void lost(Wanted wanted, long row);
    }
}

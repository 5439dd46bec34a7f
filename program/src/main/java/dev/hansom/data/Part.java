package dev.hansom.data;

import dev.hansom.score.Columns;
import java.util.List;

/// The rows of one period, or of several side by side that share their files.
///
/// Shape: `rows` are those that may be asked about (a time in the period, `keep` holds), `labelled` those of them that
/// have a target and for which `keep_labelled` holds. Both have the project's fields and the target last, and are in
/// order of time; equal times are ordered by content, so that the order in the files makes no difference.
/// `accounting` counts down to `rows`, `labelledAccounting` down to `labelled`. The fingerprint is of all rows read.
/// Threads: safe once nobody writes to the columns.
public record Part(
        String period,
        Window window,
        List<FileShape> files,
        Columns rows,
        Columns labelled,
        Accounting accounting,
        Accounting labelledAccounting,
        Fingerprint fingerprint) {
    public Part {
        files = List.copyOf(files);
    }
}

package dev.hansom.cli;

import dev.hansom.data.Accounting;

/// The row accounting as a table: read = kept + dropped by reason.
final class Rows {
    private Rows() {}

    static TextTable of(Accounting accounting) {
        TextTable table = new TextTable("rows", "count");
        table.row("read", Show.count(accounting.read()));
        accounting.dropped().forEach((reason, count) -> table.row("dropped: " + reason, Show.count(count)));
        table.row("kept", Show.count(accounting.kept()));
        accounting.lossy().forEach((field, count) -> table.row("unreadable in " + field, Show.count(count)));
        return table;
    }
}

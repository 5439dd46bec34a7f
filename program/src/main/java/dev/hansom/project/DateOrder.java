package dev.hansom.project;

/// What comes first in a date such as 04/05/2021, where nothing else says it.
public enum DateOrder {
    /// The fourth of May.
    DAY_FIRST("day-first"),
    /// The fifth of April.
    MONTH_FIRST("month-first");

    private final String text;

    DateOrder(String text) {
        this.text = text;
    }

    /// As a project file has it.
    public String text() {
        return text;
    }
}

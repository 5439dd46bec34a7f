package dev.hansom.report.plot;

/// What a plot shows, in a few words, and what one sees in it, for those who do not see it.
public record Caption(String title, String description) {}

package dev.hansom.report;

/// A paragraph.
public record Prose(String text) implements Piece {}

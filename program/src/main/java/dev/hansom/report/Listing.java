package dev.hansom.report;

/// Text to be read or copied as it is: an expression, a command.
public record Listing(String label, String text) implements Piece {}

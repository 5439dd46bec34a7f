package dev.hansom.report;

/// A piece of a page, from top to bottom.
public sealed interface Piece permits FactList, Figure, Findings, Gallery, Grid, Listing, Prose {}

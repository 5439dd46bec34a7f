package dev.hansom.data;

import dev.hansom.score.Columns;

/// Some rows of a file, one after the other: row 0 of `rows` is row `first` of the file, counted from 0.
///
/// The rows are reused for the next chunk: whoever keeps them copies them.
public record RowChunk(DataFile file, long first, Columns rows) {}

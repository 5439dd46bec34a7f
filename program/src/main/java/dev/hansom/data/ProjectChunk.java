package dev.hansom.data;

import dev.hansom.score.Columns;
import java.util.List;

/// Some rows of a project, one after the other in their file: row 0 of `rows` is row `first` of the file, counted from
/// 0. `rows` have the project's fields, and the target last; `fates` says what becomes of each.
///
/// The rows and fates are reused for the next chunk: whoever keeps them copies them.
public record ProjectChunk(Month month, DataFile file, long first, Columns rows, List<Fate> fates) {}

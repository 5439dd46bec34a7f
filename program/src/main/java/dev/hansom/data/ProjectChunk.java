package dev.hansom.data;

import dev.hansom.score.Columns;
import java.util.List;

/// Some rows of a project, one after the other in their file: row 0 of `rows` is row `first` of the file, counted from
/// 0. `rows` have the project's fields, and the target last; `fates` says what becomes of each in `period`. Rows of a
/// file
/// that holds several periods come once for each of them, and are [Fate#ELSEWHERE] but in their own.
///
/// The rows and fates are reused for the next chunk: whoever keeps them copies them.
public record ProjectChunk(Period period, DataFile file, long first, Columns rows, List<Fate> fates) {}

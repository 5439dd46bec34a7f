package dev.hansom.project;

import dev.hansom.base.Csv;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the small files that reference tables name. This room reads CSV; who knows more formats brings them.
@FunctionalInterface
public interface TableFiles {
    /// CSV files only.
    TableFiles CSV = Csv::read;

    /// All lines as texts, the names of the columns first; null is nothing. Errors: `FILE_UNUSABLE`,
    /// `DATA_UNREADABLE`.
    List<List<@Nullable String>> lines(Path file);
}

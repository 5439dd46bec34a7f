package dev.hansom.project;

import java.nio.file.Path;
import java.util.List;

/// Where rows come from: files or globs relative to `folder`, and in words who made them. `licence` says under which
/// terms the data may be used, `csv` how its CSV files are written where that is not left to be detected.
public record DataSource(Path folder, List<String> files, String source, String licence, CsvStyle csv) {
    /// A source of which no more is said.
    public DataSource(Path folder, List<String> files, String source) {
        this(folder, files, source, "", CsvStyle.DETECTED);
    }
}

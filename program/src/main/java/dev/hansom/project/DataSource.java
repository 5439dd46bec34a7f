package dev.hansom.project;

import java.nio.file.Path;
import java.util.List;

/// Where rows come from: files or globs relative to `folder`, and in words who made them. `licence` says under which
/// terms the data may be used, `csv` how its CSV files are written where that is not left to be detected, `sample`
/// which
/// share of the rows is learned from (above 0, at most 1).
public record DataSource(Path folder, List<String> files, String source, String licence, double sample, CsvStyle csv) {
    /// A source of which no more is said, and all of whose rows are learned from.
    public DataSource(Path folder, List<String> files, String source) {
        this(folder, files, source, "", 1, CsvStyle.DETECTED);
    }
}

package dev.hansom.project;

import java.nio.file.Path;
import java.util.List;

/// Where rows come from: files or globs relative to `folder`, and how the months are parted: the last `live` months are
/// traffic, the `validate` months before them validate, the earlier ones train. `licence` says under which terms the
/// data may be used, `csv` how its CSV files are written where that is not left to be detected.
public record DataSource(
        Path folder, List<String> files, int validate, int live, String source, String licence, CsvStyle csv) {
    /// A source of which no more is said.
    public DataSource(Path folder, List<String> files, int validate, int live, String source) {
        this(folder, files, validate, live, source, "", CsvStyle.DETECTED);
    }
}

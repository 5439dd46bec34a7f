package dev.hansom.project;

import java.nio.file.Path;
import java.util.List;

/// Where rows come from: files or globs relative to `folder`, and how the months are parted: the last `live` months are
/// traffic, the `validate` months before them validate, the earlier ones train.
public record DataSource(Path folder, List<String> files, int validate, int live, String source) {}

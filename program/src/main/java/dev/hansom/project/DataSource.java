package dev.hansom.project;

import java.nio.file.Path;
import java.util.List;

/// Where rows come from: files or globs relative to `folder`, and in words who made them.
public record DataSource(Path folder, List<String> files, String source) {}

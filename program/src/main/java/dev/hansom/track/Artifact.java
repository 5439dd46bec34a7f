package dev.hansom.track;

/// A file that a run left: its path below the run, the hash under which the blobs keep its content, its size in bytes.
public record Artifact(String path, String sha256, long bytes) {}

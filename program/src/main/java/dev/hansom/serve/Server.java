package dev.hansom.serve;

import java.time.Instant;

/// A server that was started on a home: its process, where it listens, since when.
public record Server(long pid, String url, Instant startedAt) {}

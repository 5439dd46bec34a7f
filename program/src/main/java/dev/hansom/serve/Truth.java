package dev.hansom.serve;

/// What turned out: the value for a prediction's id, since when it was known (`observedAt`) and when it came here
/// (`receivedAt`), both in microseconds since the epoch.
public record Truth(String id, double value, long observedAt, long receivedAt) {}

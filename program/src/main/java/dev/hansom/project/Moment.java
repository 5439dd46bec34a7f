package dev.hansom.project;

/// A point in the life of a row at which something becomes known: request, pickup, dropoff. Ordered.
public record Moment(String name, int order) {}

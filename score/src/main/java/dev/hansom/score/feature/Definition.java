package dev.hansom.score.feature;

/// A named expression over fields, tables and earlier definitions: `hour_of_week: dayofweek(at) * 24 + hour(at)`.
public record Definition(String name, String expression) {}

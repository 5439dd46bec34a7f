package dev.hansom.learn;

/// A count and a statistic for each key number.
@SuppressWarnings("ArrayRecordComponent")
record Groups(long[] counts, double[] statistics) {}

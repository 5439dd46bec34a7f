package dev.hansom.data;

import java.util.Map;

/// What came of reading a file: how many rows, and of which column how many values lost something: they had no reading
/// in the wanted type and are missing, or were rounded.
public record Reading(long rows, Map<String, Long> lossy) {
    public Reading {
        lossy = Map.copyOf(lossy);
    }
}

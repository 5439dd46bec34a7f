package dev.hansom.check;

import java.util.List;

/// What a finding rests on: so many of so many (rows, most often; 0 of 0 where nothing is counted), and some of them.
public record Evidence(long count, long of, List<Place> examples) {
    /// Nothing is counted.
    public static final Evidence NONE = new Evidence(0, 0, List.of());

    public Evidence {
        examples = List.copyOf(examples);
    }

    /// So many of so many, without examples.
    public static Evidence of(long count, long of) {
        return new Evidence(count, of, List.of());
    }

    /// The share; NaN where nothing is counted.
    public double share() {
        return of == 0 ? Double.NaN : (double) count / of;
    }
}

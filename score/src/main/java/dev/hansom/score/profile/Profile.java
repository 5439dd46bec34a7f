package dev.hansom.score.profile;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the columns of some rows look like: a [Histogram] for each, on bins frozen at the reference.
///
/// Profiles on the same bins add up exactly, in any order and grouping, whatever the rows were parted by.
/// Threads: not safe for writing.
public final class Profile {
    private final List<Histogram> histograms;
    private Optional<Schema> bound = Optional.empty();
    private int[] columns = new int[0];

    /// A profile of these histograms.
    public Profile(List<Histogram> histograms) {
        this.histograms = List.copyOf(histograms);
    }

    /// The profile of `rows`, its bins cut to them: the reference.
    public static Profile of(Columns rows) {
        return of(rows, rows.schema().names());
    }

    /// The profile of some columns of `rows`. Errors: a column that is not there is an [IllegalArgumentException].
    public static Profile of(Columns rows, List<String> names) {
        List<Histogram> empty = new ArrayList<>();
        for (String name : names) {
            empty.addAll(Cut.of(rows, index(rows.schema(), name)));
        }
        Profile profile = new Profile(empty);
        profile.add(rows);
        return profile;
    }

    /// The histograms in the order of the columns; immutable list.
    public List<Histogram> histograms() {
        return histograms;
    }

    /// The histogram of that name.
    public Optional<Histogram> histogram(String name) {
        return histograms.stream().filter(h -> h.name().equals(name)).findFirst();
    }

    /// How many rows were counted.
    public long rows() {
        return histograms.isEmpty() ? 0 : histograms.get(0).total();
    }

    /// The same bins with nothing in them.
    public Profile emptied() {
        return new Profile(histograms.stream().map(Histogram::emptied).toList());
    }

    /// Counts all rows, which have all of the profile's columns and may have others.
    public void add(Columns rows) {
        for (int row = 0; row < rows.size(); row++) {
            add(rows, row);
        }
    }

    /// Counts one row. Errors: a column that is not there is an [IllegalArgumentException].
    public void add(Columns rows, int row) {
        bind(rows.schema());
        for (int i = 0; i < columns.length; i++) {
            histograms.get(i).add(rows, columns[i], row);
        }
    }

    /// Both together. Errors: other bins are an [IllegalArgumentException].
    public Profile plus(Profile other) {
        return new Profile(pairwise(other, Histogram::plus));
    }

    /// What is left when `other`, which is a part of it, is taken away. Errors: as [#plus], and more than there is.
    public Profile minus(Profile other) {
        return new Profile(pairwise(other, Histogram::minus));
    }

    private List<Histogram> pairwise(Profile other, java.util.function.BinaryOperator<Histogram> operation) {
        if (histograms.size() != other.histograms.size()) {
            throw new IllegalArgumentException("profiles of different columns");
        }
        List<Histogram> results = new ArrayList<>();
        for (int i = 0; i < histograms.size(); i++) {
            results.add(operation.apply(histograms.get(i), other.histograms.get(i)));
        }
        return results;
    }

    /// The schema is compared by identity: it is the same one row after row.
    @SuppressWarnings("ReferenceEquality")
    private void bind(Schema schema) {
        if (bound.isPresent() && bound.get() == schema) {
            return;
        }
        columns = histograms.stream()
                .mapToInt(histogram -> index(schema, histogram.column()))
                .toArray();
        bound = Optional.of(schema);
    }

    private static int index(Schema schema, String column) {
        int index = schema.index(column);
        if (index < 0) {
            throw new IllegalArgumentException("no column " + column);
        }
        return index;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Profile profile && histograms.equals(profile.histograms);
    }

    @Override
    public int hashCode() {
        return histograms.hashCode();
    }
}

package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows that are computed together, and the arrays that are taken and given back while they are: never more of them
/// than an expression is deep.
///
/// Threads: not safe; one thread at a time.
public final class Block {
    private final int capacity;
    private final List<double[]> numbers = new ArrayList<>();
    private final List<long[]> wholes = new ArrayList<>();
    private final List<@Nullable String[]> texts = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();
    private Columns columns;
    private int from;
    private int size;

    /// No rows yet of `columns`, and `capacity` at most.
    Block(Columns columns, int capacity) {
        this.columns = columns;
        this.capacity = capacity;
    }

    /// The rows `from` to below `from + size` of `columns`.
    void set(Columns columns, int from, int size) {
        this.columns = columns;
        this.from = from;
        this.size = size;
    }

    /// How many arrays are there to be taken.
    int made() {
        return numbers.size() + wholes.size() + texts.size() + places.size();
    }

    /// Where the rows are.
    public Columns columns() {
        return columns;
    }

    /// The first row.
    public int from() {
        return from;
    }

    /// How many rows.
    public int size() {
        return size;
    }

    /// An array of at least [#size()] that nobody else has.
    public double[] numbers() {
        return numbers.isEmpty() ? new double[capacity] : numbers.remove(numbers.size() - 1);
    }

    /// An array of at least [#size()] that nobody else has.
    public long[] wholes() {
        return wholes.isEmpty() ? new long[capacity] : wholes.remove(wholes.size() - 1);
    }

    /// An array of at least [#size()] that nobody else has.
    @Nullable
    String[] texts() {
        return texts.isEmpty() ? new String[capacity] : texts.remove(texts.size() - 1);
    }

    /// An array of at least [#size()] that nobody else has.
    int[] places() {
        return places.isEmpty() ? new int[capacity] : places.remove(places.size() - 1);
    }

    /// Gives an array back.
    void free(int[] array) {
        places.add(array);
    }

    /// Gives an array back.
    public void free(double[] array) {
        numbers.add(array);
    }

    /// Gives an array back.
    public void free(long[] array) {
        wholes.add(array);
    }

    /// Gives an array back.
    void free(@Nullable String[] array) {
        texts.add(array);
    }
}

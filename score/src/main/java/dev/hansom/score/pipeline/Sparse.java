package dev.hansom.score.pipeline;

/// A prepared row as its numbers other than 0 (some may be 0 all the same), by their places in ascending order.
///
/// Threads: for one thread.
public final class Sparse {
    private final SparsePlan plan;
    private final int[] places;
    private final double[] numbers;
    private int size;

    Sparse(SparsePlan plan) {
        this.plan = plan;
        this.places = new int[plan.most()];
        this.numbers = new double[plan.most()];
    }

    /// How many numbers.
    public int size() {
        return size;
    }

    /// Where in the row the i-th of them stands.
    public int place(int i) {
        return places[i];
    }

    /// The i-th of them.
    public double number(int i) {
        return numbers[i];
    }

    /// Takes what stands in `cells`.
    void take(Cells cells) {
        size = plan.places(cells, places);
        for (int i = 0; i < size; i++) {
            numbers[i] = cells.numbers[plan.cell(places[i])];
        }
    }
}

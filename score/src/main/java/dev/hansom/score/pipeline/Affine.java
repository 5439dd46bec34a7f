package dev.hansom.score.pipeline;

/// `(x - minus) / over * times + plus`, each only where it is another than the one that changes nothing, then clipped:
/// what scalers do, operation by operation.
public record Affine(int from, int to, double minus, double over, double times, double plus, double low, double high)
        implements Step {
    @Override
    public void apply(Cells cells) {
        double x = cells.numbers[from];
        x -= minus;
        x /= over;
        x *= times;
        x += plus;
        cells.numbers[to] = x < low ? low : Math.min(x, high);
    }
}

package dev.hansom.score.pipeline;

/// A number in the place of a missing one; `missing` is what counts as missing, usually NaN.
public record ImputeNumber(int from, int to, double missing, double fill) implements Step {
    @Override
    public void apply(Cells cells) {
        double x = cells.numbers[from];
        cells.numbers[to] = Flag.is(x, missing) ? fill : x;
    }
}

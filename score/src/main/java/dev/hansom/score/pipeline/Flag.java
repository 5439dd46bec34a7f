package dev.hansom.score.pipeline;

/// 1 where a number is missing, else 0; `missing` is what counts as missing, usually NaN.
public record Flag(int from, int to, double missing) implements Step {
    @Override
    public void apply(Cells cells) {
        cells.numbers[to] = is(cells.numbers[from], missing) ? 1 : 0;
    }

    static boolean is(double x, double missing) {
        return x == missing || (Double.isNaN(x) && Double.isNaN(missing));
    }
}

package dev.hansom.score.pipeline;

import java.util.function.DoubleUnaryOperator;

/// A function of one number.
public record Calculate(int from, int to, DoubleUnaryOperator function) implements Step {
    @Override
    public void apply(Cells cells) {
        cells.numbers[to] = function.applyAsDouble(cells.numbers[from]);
    }
}

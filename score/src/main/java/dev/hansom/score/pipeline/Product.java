package dev.hansom.score.pipeline;

import java.util.List;

/// The product of some numbers, 1 of none: a term of a polynomial.
public record Product(List<Integer> from, int to) implements Step {
    public Product {
        from = List.copyOf(from);
    }

    @Override
    public void apply(Cells cells) {
        double product = 1;
        for (int cell : from) {
            product *= cells.numbers[cell];
        }
        cells.numbers[to] = product;
    }
}

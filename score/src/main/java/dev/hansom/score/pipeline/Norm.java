package dev.hansom.score.pipeline;

import java.util.List;

/// The numbers of a row divided by their norm: `l1`, `l2` or `max`; a row of zeros stays.
public record Norm(List<Integer> from, List<Integer> to, String kind) implements Step {
    public Norm {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    @Override
    public void apply(Cells cells) {
        double norm = 0;
        for (int cell : from) {
            double x = Math.abs(cells.numbers[cell]);
            norm = switch (kind) {
                case "l1" -> norm + x;
                case "max" -> Math.max(norm, x);
                default -> norm + x * x;
            };
        }
        norm = kind.equals("l2") ? Math.sqrt(norm) : norm;
        for (int i = 0; i < from.size(); i++) {
            cells.numbers[to.get(i)] = cells.numbers[from.get(i)] / (norm == 0 ? 1 : norm);
        }
    }
}

package dev.hansom.evaluate;

import dev.hansom.data.Blocks;
import dev.hansom.data.Stretch;
import dev.hansom.data.Window;
import java.util.ArrayList;
import java.util.List;

/// Comparisons whose weekly gains are given.
final class Gains {
    private Gains() {}

    static Comparison of(double... gains) {
        return of(0, gains);
    }

    /// With `unanswered` rows of the model beside one compared row a week.
    static Comparison of(long unanswered, double... gains) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < gains.length; i++) {
            Window week = new Window(i * Blocks.WEEK_MICROS, (i + 1) * Blocks.WEEK_MICROS);
            Losses one = new Losses(1, 0, 0, 0);
            blocks.add(new Block(week, one, one, gains[i], gains[i] * gains[i]));
        }
        return new Comparison(Metric.MAE, Stretch.WEEK, blocks, List.of(), 0, unanswered);
    }
}

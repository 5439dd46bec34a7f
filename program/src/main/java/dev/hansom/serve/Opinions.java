package dev.hansom.serve;

import dev.hansom.score.Columns;
import dev.hansom.score.Range;
import java.util.Arrays;

/// What each version says to the rows of one request, and whose word counts for a row.
final class Opinions {
    private final Answering by;
    private final double[] rule;
    private final double[] champion;
    private final double[] shadow;
    private final Columns rows;
    private final Columns championRows;
    private final boolean ruleIsChampion;

    Opinions(Answering by, Columns rows) {
        this.by = by;
        this.rows = rows;
        this.rule = scores(by.rule(), rows);
        this.championRows = fitted(by.champion(), rows);
        this.champion = by.champion().equals(by.rule()) ? rule : scores(by.champion(), championRows);
        this.shadow = scores(by.shadow(), rows);
        this.ruleIsChampion = by.ruleIsChampion();
    }

    /// What is said about `row` under `id`.
    Served served(String id, int row) {
        if (ruleIsChampion) {
            boolean alone = by.champion() instanceof Slot.Empty;
            double said = alone ? rule[row] : champion[row];
            boolean clamped = isClamped(alone ? by.rule() : by.champion(), row, said);
            return new Served(
                    id, said, Source.RULE, Reason.CHAMPION_IS_RULE, rule[row], shadow[row], Double.NaN, clamped);
        }
        Reason reason = reason(row);
        double model = reason == Reason.NONE ? champion[row] : Double.NaN;
        boolean fallback = reason != Reason.NONE && by.rule() instanceof Slot.Ready;
        double said = fallback ? rule[row] : model;
        return new Served(
                id,
                said,
                fallback ? Source.RULE : Source.MODEL,
                reason,
                rule[row],
                model,
                shadow[row],
                isClamped(fallback ? by.rule() : by.champion(), row, said));
    }

    /// Whether `answer`, the word of `slot`, was brought into the range that is promised.
    private boolean isClamped(Slot slot, int row, double answer) {
        if (!(slot instanceof Slot.Ready ready)) {
            return false;
        }
        Range range = ready.model().range();
        if (answer != range.least() && answer != range.most()) {
            return false;
        }
        double before =
                ready.model().unclamped(Scores.fitted(rows, ready.model().schema()), row);
        return before < range.least() || before > range.most();
    }

    /// Why the champion, a model, has no answer to `row`; `NONE` where it has one.
    private Reason reason(int row) {
        return switch (by.champion()) {
            case Slot.Empty() -> Reason.CHAMPION_IS_RULE;
            case Slot.Broken broken -> broken.reason();
            case Slot.Ready ready -> {
                if (!ready.model().keeps(championRows, row)) {
                    yield Reason.OUTSIDE_KEEP;
                }
                yield Double.isNaN(champion[row]) ? Reason.NO_ANSWER : Reason.NONE;
            }
        };
    }

    private static Columns fitted(Slot slot, Columns rows) {
        return slot instanceof Slot.Ready ready
                ? Scores.fitted(rows, ready.model().schema())
                : rows;
    }

    private static double[] scores(Slot slot, Columns rows) {
        if (slot instanceof Slot.Ready ready) {
            return Scores.of(ready.model(), fitted(slot, rows));
        }
        double[] nothing = new double[rows.size()];
        Arrays.fill(nothing, Double.NaN);
        return nothing;
    }
}

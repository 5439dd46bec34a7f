package dev.hansom.serve;

import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Range;
import java.util.Arrays;
import java.util.List;

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
            double said = by.champion() instanceof Slot.Empty ? rule[row] : champion[row];
            return new Served(id, said, Source.RULE, Reason.CHAMPION_IS_RULE, rule[row], shadow[row], Double.NaN);
        }
        Reason reason = reason(row);
        double model = reason == Reason.NONE ? champion[row] : Double.NaN;
        boolean fallback = reason != Reason.NONE && by.rule() instanceof Slot.Ready;
        return new Served(
                id,
                fallback ? rule[row] : model,
                fallback ? Source.RULE : Source.MODEL,
                reason,
                rule[row],
                model,
                shadow[row]);
    }

    /// How many of the predictions were brought into the range that is promised.
    int clamped(List<Served> served) {
        int clamped = 0;
        for (int row = 0; row < served.size(); row++) {
            Served one = served.get(row);
            boolean byChampion = one.source() == Source.MODEL || one.reason() == Reason.CHAMPION_IS_RULE;
            boolean champion = byChampion && by.champion() instanceof Slot.Ready;
            Slot slot = champion ? by.champion() : by.rule();
            clamped += slot instanceof Slot.Ready ready && isClamped(ready.model(), row, one.prediction()) ? 1 : 0;
        }
        return clamped;
    }

    private boolean isClamped(Model model, int row, double answer) {
        Range range = model.range();
        if (answer != range.least() && answer != range.most()) {
            return false;
        }
        double before = model.unclamped(Scores.fitted(rows, model.schema()), row);
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

package dev.hansom.learn;

import dev.hansom.base.Progress;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;

/// Fits a scorer on labelled rows: an open seam. A constant, a rule and a booster alike.
///
/// Shape: rows have the project's fields and the target as the last column, and are in order of time.
/// Determinism: same rows, same seed, same scorer.
public interface Trainer {
    /// Which of `constant`, `rule`, `model` it makes.
    String makes();

    /// The scorer fitted on `rows` and nothing else.
    Model fit(Columns rows, Progress progress);

    /// What the scorer fitted on `rows` would see of a row, where that is known without fitting all of it.
    default Inputs inputs(Columns rows, Progress progress) {
        Model model = fit(rows, progress);
        return new Inputs(model.schema(), model.vocabulary(), model.features());
    }
}

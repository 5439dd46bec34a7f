package dev.hansom.score;

/// A model that another library trained and stored in a file of its own: it answers what that library's
/// `predict` does by default.
///
/// Its schema names what it reads: `DOUBLE`, or `STRING` for categories that are given as text. NaN and null
/// are missing.
/// Threads: implementations are immutable and safe for many threads.
public interface ForeignModel extends Scorer {
    /// Whether the file names the columns; where it does not, the names are made up and columns are matched by
    /// position.
    boolean named();

    /// What the numbers of an answer are, in a word: `value`, `probability`, `class`, `score`.
    String answers();

    /// Which library's model it is and of what kind, in a few words for a person: `XGBoost binary:logistic,
    /// 100 trees`.
    String description();
}

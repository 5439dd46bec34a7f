package dev.hansom.score;

import java.util.List;

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

    /// What an answer is for a person: `DOUBLE`, save for classes: `INT64` where the numbers of an answer are whole,
    /// `BOOLEAN` where they are 0 and 1, `STRING` where they are places in [#labels()].
    default Type type() {
        return Type.DOUBLE;
    }

    /// The texts that the numbers of an answer stand for, by place; empty where the numbers are the answer.
    default List<String> labels() {
        return List.of();
    }

    /// Which library's model it is and of what kind, in a few words for a person: `XGBoost binary:logistic,
    /// 100 trees`.
    String description();
}

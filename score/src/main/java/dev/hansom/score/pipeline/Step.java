package dev.hansom.score.pipeline;

/// One step of the preparation: it reads some cells of a row and writes others.
///
/// Threads: implementations are immutable.
public sealed interface Step
        permits Affine, Calculate, Copy, DictText, Flag, ImputeNumber, ImputeText, Norm, OneHot, Ordinal, Product {
    /// Does its work on one row.
    void apply(Cells cells);
}

package dev.hansom.serve;

import dev.hansom.score.Model;

/// What became of a wanted version: ready to answer, broken, or not wanted at all.
public sealed interface Slot {
    /// No version is wanted.
    record Empty() implements Slot {}

    /// A version whose file has its hash, loaded and warm.
    record Ready(Deployment.Wanted wanted, Stamp stamp, Model model) implements Slot {}

    /// A version that cannot answer, why, and the same in words.
    record Broken(Deployment.Wanted wanted, Stamp stamp, Reason reason, String text) implements Slot {}
}

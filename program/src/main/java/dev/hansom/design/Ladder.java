package dev.hansom.design;

import dev.hansom.learn.Trainer;

/// The three that are compared, from the plainest to the cleverest; all fixed before the first week is opened.
public record Ladder(Trainer constant, Trainer rule, Trainer model) {}

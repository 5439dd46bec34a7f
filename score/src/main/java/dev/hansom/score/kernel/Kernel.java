package dev.hansom.score.kernel;

/// The part of a model that turns features into a number.
public sealed interface Kernel permits Formula, Linear, Forest {}

package dev.hansom.learn;

import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import java.util.Map;
import java.util.function.Function;

/// A model with the trainer's own answers beside it, so that parity can be proved later without the trainer.
///
/// `answers` gives, for rows of the model's schema, what the learner's own library answers; NaN never.
/// `notes` says what the fit found, for example the number of rounds.
public record Fitted(Model model, Function<Columns, double[]> answers, Map<String, String> notes) {}

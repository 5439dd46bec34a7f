package dev.hansom.project;

import dev.hansom.score.feature.Lookup;
import java.util.List;

/// What a feature learns from past rows beyond a statistic: levels of a category, or places on a map.
///
/// What it learns is held in lookups, so that whoever answers rows knows nothing of it.
public sealed interface EncoderPlan permits CategoryPlan, CoordinatesPlan {
    /// The feature's name in the project file.
    String name();

    /// Every expression in it.
    List<String> expressions();

    /// Its lookups before anything has been learned.
    List<Lookup> unlearned();
}

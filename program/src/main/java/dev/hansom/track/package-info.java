/// Experiments, runs and what happened in them: metrics, data sets, openings of held-out periods, artifacts.
@NullMarked
package dev.hansom.track;

import org.jspecify.annotations.NullMarked;

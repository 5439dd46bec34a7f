/// Is machine learning the right tool here, or does a rule do: the ladder of baselines, leakage, the verdict.
@NullMarked
package dev.hansom.design;

import org.jspecify.annotations.NullMarked;

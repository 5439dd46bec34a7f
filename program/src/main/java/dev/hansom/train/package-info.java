/// The final fit and the proof: what a model, the rule and a constant do on a month that none of them has seen.
@NullMarked
package dev.hansom.train;

import org.jspecify.annotations.NullMarked;

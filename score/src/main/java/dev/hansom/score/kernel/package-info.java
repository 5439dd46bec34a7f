/// What turns features into an answer: formulas, sums, forests.
@NullMarked
package dev.hansom.score.kernel;

import org.jspecify.annotations.NullMarked;

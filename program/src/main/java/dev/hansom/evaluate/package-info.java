/// How good an answer is, how sure we may be, and what follows: metrics, blocks of time, intervals, verdicts.
@NullMarked
package dev.hansom.evaluate;

import org.jspecify.annotations.NullMarked;

/// Fitting: lookups, linear models, boosters. The only room with native learners.
@NullMarked
package dev.hansom.learn;

import org.jspecify.annotations.NullMarked;

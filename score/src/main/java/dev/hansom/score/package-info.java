/// What answers: scorers, models and their files.
@NullMarked
package dev.hansom.score;

import org.jspecify.annotations.NullMarked;

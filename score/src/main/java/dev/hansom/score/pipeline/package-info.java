/// Models of other libraries that prepare their columns step by step before they answer.
@NullMarked
package dev.hansom.score.pipeline;

import org.jspecify.annotations.NullMarked;

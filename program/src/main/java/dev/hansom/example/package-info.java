/// Examples to begin with: the templates of `init`, and a simulated city with a known truth.
@NullMarked
package dev.hansom.example;

import org.jspecify.annotations.NullMarked;

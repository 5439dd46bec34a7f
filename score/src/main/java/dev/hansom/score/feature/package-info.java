/// How fields become numbers: definitions, lookups learned from the past, features.
@NullMarked
package dev.hansom.score.feature;

import org.jspecify.annotations.NullMarked;

/// What columns look like: counts in frozen bins, which add up and merge exactly, and no raw rows.
@NullMarked
package dev.hansom.score.profile;

import org.jspecify.annotations.NullMarked;

/// The first project file from somebody's own table: what its columns look like, what they may be for, and why.
@NullMarked
package dev.hansom.draft;

import org.jspecify.annotations.NullMarked;

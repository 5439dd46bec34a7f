/// Who did what, when and why.
@NullMarked
package dev.hansom.access;

import org.jspecify.annotations.NullMarked;

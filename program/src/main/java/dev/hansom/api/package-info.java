/// Hansom's own calls over HTTP: truths in, the state of the logs out.
@NullMarked
package dev.hansom.api;

import org.jspecify.annotations.NullMarked;

/// Versions, the names that move between them, and the gate in front of `champion`.
@NullMarked
package dev.hansom.registry;

import org.jspecify.annotations.NullMarked;

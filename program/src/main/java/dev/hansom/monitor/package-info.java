/// What goes on in operation: windows, drift, quality, the yardstick, health.
@NullMarked
package dev.hansom.monitor;

import org.jspecify.annotations.NullMarked;

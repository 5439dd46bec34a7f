/// Hansom beside its peers: every benchmark runs both in one run and prints a table with ratios.
@NullMarked
package dev.hansom.bench;

import org.jspecify.annotations.NullMarked;

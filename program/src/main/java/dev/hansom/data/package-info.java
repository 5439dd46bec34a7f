/// Rows in and out: files read with DuckDB, every row accounted for, fingerprints, and parts in order of time.
@NullMarked
package dev.hansom.data;

import org.jspecify.annotations.NullMarked;

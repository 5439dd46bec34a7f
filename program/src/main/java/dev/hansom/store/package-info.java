/// What must be remembered: one SQLite file for a home, transactions, migrations, and blobs under their hash.
@NullMarked
package dev.hansom.store;

import org.jspecify.annotations.NullMarked;

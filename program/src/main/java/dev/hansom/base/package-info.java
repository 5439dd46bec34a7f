/// What every room stands on: problems and their texts, JSON, files, hashes, progress.
@NullMarked
package dev.hansom.base;

import org.jspecify.annotations.NullMarked;

/// How a model is stored, and the readers of other libraries' files.
@NullMarked
package dev.hansom.score.file;

import org.jspecify.annotations.NullMarked;

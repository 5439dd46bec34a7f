/// The records that a project file is read into; every room may read them.
@NullMarked
package dev.hansom.project;

import org.jspecify.annotations.NullMarked;

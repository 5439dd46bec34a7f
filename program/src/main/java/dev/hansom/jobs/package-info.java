/// The verbs, one class each: started by the command line now, by a schedule later.
@NullMarked
package dev.hansom.jobs;

import org.jspecify.annotations.NullMarked;

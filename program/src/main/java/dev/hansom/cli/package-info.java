/// The command line: it parses, starts one job, prints.
@NullMarked
package dev.hansom.cli;

import org.jspecify.annotations.NullMarked;

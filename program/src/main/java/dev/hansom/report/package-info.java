/// Pages and plots, for files and for the live server alike.
@NullMarked
package dev.hansom.report;

import org.jspecify.annotations.NullMarked;

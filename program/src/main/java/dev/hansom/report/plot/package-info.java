/// Plots drawn as SVG: facts in, text out, the same bytes for the same facts; colours come from the page.
@NullMarked
package dev.hansom.report.plot;

import org.jspecify.annotations.NullMarked;

package dev.hansom.report;

import dev.hansom.report.plot.Look;
import java.util.List;

/// The answer of a page: a word, a sentence, and why.
public record Headline(Look look, String word, String sentence, List<String> reasons) {
    public Headline {
        reasons = List.copyOf(reasons);
    }
}

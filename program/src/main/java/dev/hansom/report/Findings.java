package dev.hansom.report;

import dev.hansom.report.plot.Look;
import java.util.List;

/// What somebody should know or do, the worst first.
public record Findings(List<Item> items) implements Piece {
    /// `word` says in a word how bad it is, `next` what to do (empty for nothing).
    public record Item(Look look, String word, String about, String text, String next) {}

    public Findings {
        items = List.copyOf(items);
    }
}

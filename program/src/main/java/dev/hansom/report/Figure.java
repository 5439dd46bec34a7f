package dev.hansom.report;

import dev.hansom.report.plot.Plot;

/// A plot with what to see in it; `id` is alone on its page.
public record Figure(String id, Plot plot, String note) implements Piece {
    public String svg() {
        return plot.svg(id);
    }

    public String title() {
        return plot.caption().title();
    }
}

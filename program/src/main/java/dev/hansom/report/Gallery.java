package dev.hansom.report;

import java.util.List;

/// Small figures side by side.
public record Gallery(List<Figure> figures) implements Piece {
    public Gallery {
        figures = List.copyOf(figures);
    }
}

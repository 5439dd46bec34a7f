package dev.hansom.report;

import java.util.List;

/// A part of a page under a heading; `id` is its address on the page.
public record Section(String id, String title, List<Piece> pieces) {
    public Section {
        pieces = List.copyOf(pieces);
    }
}

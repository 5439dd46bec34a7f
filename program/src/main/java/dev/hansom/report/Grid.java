package dev.hansom.report;

import dev.hansom.report.plot.Look;
import java.util.List;

/// A table: the first cell of a row names it.
public record Grid(String caption, List<Head> heads, List<List<Cell>> rows) implements Piece {
    /// A column's name; numbers stand at the right.
    public record Head(String name, boolean number) {
        public static Head text(String name) {
            return new Head(name, false);
        }

        public static Head number(String name) {
            return new Head(name, true);
        }
    }

    /// A cell; its look is a mark beside the text, never the only sign.
    public record Cell(String text, Look look, boolean code) {
        public static Cell of(String text) {
            return new Cell(text, Look.PLAIN, false);
        }

        public static Cell of(String text, Look look) {
            return new Cell(text, look, false);
        }

        public static Cell code(String text) {
            return new Cell(text, Look.PLAIN, true);
        }

        public boolean marked() {
            return look != Look.PLAIN && look != Look.FAINT;
        }
    }

    public Grid {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// The class of a cell in that column.
    public String kind(int column, Cell cell) {
        return heads.get(column).number() ? "number" : cell.marked() ? "marked" : "";
    }
}

package dev.hansom.score.pipeline;

/// A category as ones and zeros: `places[k]` says in which of the `width` cells from `to` level k has its 1, -1 in
/// none. A category that is not known goes to `unknown`: a cell, -1 for none, -2 where the library stops.
@SuppressWarnings("ArrayRecordComponent")
public record OneHot(int from, int to, int width, Levels levels, int[] places, int unknown) implements Step {
    /// The library stops at a category that is not known.
    public static final int STOP = -2;

    @Override
    public void apply(Cells cells) {
        for (int i = 0; i < width; i++) {
            cells.numbers[to + i] = 0;
        }
        int level = levels.place(cells, from);
        int place = level < 0 ? unknown : places[level];
        if (place >= 0) {
            cells.numbers[to + place] = 1;
        }
        cells.refused |= place == STOP;
    }
}

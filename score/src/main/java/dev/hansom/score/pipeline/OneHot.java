package dev.hansom.score.pipeline;

/// A category as ones and zeros: `places[k]` says in which of the `width` cells from `to` level k has its 1, -1 in
/// none. A category that is not known goes to `unknown`: a cell, -1 for none, -2 where the library stops.
@SuppressWarnings("ArrayRecordComponent")
public record OneHot(int from, int to, int width, Levels levels, int[] places, int unknown) implements Step {
    /// The library stops at a category that is not known.
    public static final int STOP = -2;

    @Override
    public void apply(Cells cells) {
        int level = levels.place(cells, from);
        int place = level < 0 ? unknown : places[level];
        if (width > 0) {
            cells.light(to, place < 0 ? -1 : to + place);
        }
        cells.refused |= place == STOP;
    }
}

package dev.hansom.score.pipeline;

/// A category as a number: `codes[k]` for level k, `unknown` for one that is not known; where `stops`, the library
/// stops at that.
@SuppressWarnings("ArrayRecordComponent")
public record Ordinal(int from, int to, Levels levels, double[] codes, double unknown, boolean stops) implements Step {
    @Override
    public void apply(Cells cells) {
        int level = levels.place(cells, from);
        cells.numbers[to] = level < 0 ? unknown : codes[level];
        cells.refused |= level < 0 && stops;
    }
}

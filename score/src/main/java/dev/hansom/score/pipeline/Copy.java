package dev.hansom.score.pipeline;

/// The same value in another cell.
public record Copy(int from, int to) implements Step {
    @Override
    public void apply(Cells cells) {
        cells.numbers[to] = cells.numbers[from];
        cells.texts[to] = cells.texts[from];
    }
}

package dev.hansom.score.pipeline;

import org.jspecify.annotations.Nullable;

/// A text in the place of a missing one; a text equal to `missing` counts as missing too.
public record ImputeText(
        int from,
        int to,
        @Nullable String missing,
        @Nullable String fill) implements Step {
    @Override
    public void apply(Cells cells) {
        String text = cells.texts[from];
        cells.texts[to] = text == null || text.equals(missing) ? fill : text;
    }
}

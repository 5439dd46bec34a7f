package dev.hansom.score.pipeline;

import java.util.Map;

/// A text field of a dictionary: 1 in the cell of its value, 0 in those of the others; an unknown or missing value has
/// none.
public record DictText(int from, Map<String, Integer> cells) implements Step {
    public DictText {
        cells = Map.copyOf(cells);
    }

    @Override
    public void apply(Cells row) {
        for (int cell : cells.values()) {
            row.numbers[cell] = 0;
        }
        String text = row.texts[from];
        Integer cell = text == null ? null : cells.get(text);
        if (cell != null) {
            row.numbers[cell] = 1;
        }
    }
}

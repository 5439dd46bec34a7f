package dev.hansom.score.pipeline;

import java.util.Map;

/// A text field of a dictionary: 1 in the cell of its value, 0 in those of the others; an unknown or missing value has
/// none.
@SuppressWarnings("ArrayRecordComponent")
public record DictText(int from, Map<String, Integer> cells, int[] all) implements Step {
    public DictText {
        cells = Map.copyOf(cells);
    }

    public DictText(int from, Map<String, Integer> cells) {
        this(
                from,
                cells,
                cells.values().stream().mapToInt(Integer::intValue).sorted().toArray());
    }

    @Override
    public void apply(Cells row) {
        String text = row.texts[from];
        Integer cell = text == null ? null : cells.get(text);
        if (all.length > 0) {
            row.light(all[0], cell == null ? -1 : cell);
        }
    }
}

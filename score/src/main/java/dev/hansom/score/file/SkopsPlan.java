package dev.hansom.score.file;

import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import dev.hansom.score.pipeline.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A pipeline as it grows while a file is read: its inputs, of which it turns out which are texts, and its steps.
final class SkopsPlan {
    /// A column on its way: the cell it stands in; which input it is, -1 where it was made; whether it is known to be
    /// text.
    record Slot(int cell, int input, boolean text) {}

    private static final int WIDEST = 1 << 24;

    private final List<String> names = new ArrayList<>();
    private final List<@Nullable Type> types = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private int cells;

    /// One more input column.
    Slot input(String name) {
        names.add(name);
        types.add(null);
        places.add(cells);
        return new Slot(cells++, names.size() - 1, false);
    }

    /// One more cell for a number.
    Slot number() {
        return new Slot(cells(1), -1, false);
    }

    /// One more cell for a text.
    Slot text() {
        return new Slot(cells(1), -1, true);
    }

    /// So many cells in a row; the first of them.
    int cells(int count) {
        int first = cells;
        cells = Math.addExact(cells, count);
        if (cells > WIDEST) {
            throw new ModelFormatException(
                    "skops model: " + cells + " prepared columns (expected: at most " + WIDEST + ")");
        }
        return first;
    }

    /// Slots for the cells from `first`.
    List<Slot> slots(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(cell -> new Slot(cell, -1, false))
                .toList();
    }

    void add(Step step) {
        steps.add(step);
    }

    /// The cell of a column that is read as a number.
    int number(Slot slot, SkopsNode by) {
        return read(slot, Type.DOUBLE, by);
    }

    /// The cell of a column that is read as a text.
    int text(Slot slot, SkopsNode by) {
        return read(slot, Type.STRING, by);
    }

    /// Whether a column is known to be text.
    boolean isText(Slot slot) {
        return slot.text() || (slot.input() >= 0 && types.get(slot.input()) == Type.STRING);
    }

    int size() {
        return cells;
    }

    List<Step> steps() {
        return steps;
    }

    /// The inputs that something reads; all of them where `all`.
    Schema schema(boolean all) {
        return new Schema(used(all)
                .mapToObj(i -> new Schema.Column(names.get(i), types.get(i) == Type.STRING ? Type.STRING : Type.DOUBLE))
                .toList());
    }

    /// The cells of the inputs of [#schema].
    List<Integer> places(boolean all) {
        return used(all).mapToObj(places::get).toList();
    }

    private IntStream used(boolean all) {
        return IntStream.range(0, names.size()).filter(i -> all || types.get(i) != null);
    }

    private int read(Slot slot, Type type, SkopsNode by) {
        if (slot.input() < 0) {
            if (slot.text() != (type == Type.STRING)) {
                throw by.refuse(by.name() + " of a column of " + (slot.text() ? "texts" : "numbers"), "the other kind");
            }
            return slot.cell();
        }
        Type before = types.get(slot.input());
        if (before != null && before != type) {
            throw by.refuse("the column " + names.get(slot.input()) + " as text and as a number", "one of them");
        }
        types.set(slot.input(), type);
        return slot.cell();
    }
}

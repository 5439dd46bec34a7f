package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import java.util.List;
import java.util.Optional;

/// A choice between ranges of one value: it is computed once a row, and where it is small, like the hour of a moment,
/// its range is looked up.
final class Bands implements Choice {
    /// The days of a year have a place each.
    private static final int PLACES_AT_MOST = 400;

    private final Term subject;
    private final Wholes value;
    private final List<Within> bands;
    /// The choice for 0, 1 and so on, as far as the value goes.
    private final int[] places;

    private Bands(Term subject, List<Within> bands) {
        this.subject = subject;
        this.value = subject.wholes();
        this.bands = bands;
        this.places = new int[subject.bound() < PLACES_AT_MOST ? (int) subject.bound() + 1 : 0];
        for (int i = 0; i < places.length; i++) {
            places[i] = search(i);
        }
    }

    /// Empty if the conditions ask for anything else.
    static Optional<Choice> of(List<Term> conditions) {
        List<Within> bands = conditions.stream()
                .map(Term::wholes)
                .filter(Within.class::isInstance)
                .map(Within.class::cast)
                .toList();
        boolean one = bands.stream().map(Within::subject).distinct().count() == 1;
        return one && bands.size() == conditions.size()
                ? Optional.of(new Bands(bands.get(0).subject(), bands))
                : Optional.empty();
    }

    @Override
    public int one(Columns columns, int row) {
        return place(value.at(columns, row));
    }

    @Override
    public void many(Block block, int[] chosen, int[] counts) {
        long[] values = block.wholes();
        subject.manyWholes().into(block, values);
        for (int row = 0; row < block.size(); row++) {
            chosen[row] = place(values[row]);
        }
        for (int row = 0; row < block.size(); row++) {
            counts[chosen[row]]++;
        }
        block.free(values);
    }

    private int place(long x) {
        return 0 <= x && x < places.length ? places[(int) x] : search(x);
    }

    private int search(long x) {
        int i = 0;
        while (i < bands.size() && !bands.get(i).holds(x)) {
            i++;
        }
        return i;
    }
}

package dev.hansom.score.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which of the numbers that an estimator reads are always given, and which stem from steps that make one of them 1.
///
/// Threads: immutable.
final class SparsePlan {
    /// Below so many numbers a whole row is as quick.
    private static final int NARROW = 64;

    private final int[] features;
    private final int[] firsts;
    /// By cell, where in a row it stands; -1 for nowhere.
    private final int[] places;
    private final int[] always;

    private SparsePlan(int[] features, int[] firsts, int[] places, int[] always) {
        this.features = features;
        this.firsts = firsts;
        this.places = places;
        this.always = always;
    }

    /// Empty where whole rows serve better. `features`: the cells that the estimator reads.
    static Optional<SparsePlan> of(int cells, List<Step> steps, int[] features) {
        boolean[] hot = new boolean[cells];
        List<Integer> firsts = new ArrayList<>();
        for (Step step : steps) {
            int[] lit = switchable(step);
            for (int cell : lit) {
                hot[cell] = true;
            }
            if (lit.length > 0) {
                firsts.add(lit[0]);
            }
        }
        int[] places = new int[cells];
        Arrays.fill(places, -1);
        for (int i = 0; i < features.length; i++) {
            if (hot[features[i]] && places[features[i]] >= 0) {
                return Optional.empty();
            }
            places[features[i]] = i;
        }
        int[] always = IntStream.range(0, features.length)
                .filter(i -> !hot[features[i]])
                .toArray();
        int most = always.length + firsts.size();
        return features.length < NARROW || 2 * most > features.length
                ? Optional.empty()
                : Optional.of(new SparsePlan(
                        features, firsts.stream().mapToInt(first -> first).toArray(), places, always));
    }

    /// The cells of which a step makes at most one 1 and the others 0.
    private static int[] switchable(Step step) {
        if (step instanceof OneHot hot) {
            return IntStream.range(hot.to(), hot.to() + hot.width()).toArray();
        }
        return step instanceof DictText text ? text.all() : new int[0];
    }

    /// How many numbers a row has at most.
    int most() {
        return always.length + firsts.length;
    }

    /// The cell of a place.
    int cell(int place) {
        return features[place];
    }

    /// Writes the places of a row's numbers in ascending order, and says how many.
    int places(Cells cells, int[] into) {
        System.arraycopy(always, 0, into, 0, always.length);
        int size = always.length;
        for (int first : firsts) {
            int lit = cells.lit(first);
            if (lit >= 0 && places[lit] >= 0) {
                into[size++] = places[lit];
            }
        }
        Arrays.sort(into, 0, size);
        return size;
    }
}

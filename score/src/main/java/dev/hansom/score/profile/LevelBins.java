package dev.hansom.score.profile;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A bin for each of the levels of a category, one for those that the reference had but that are not listed, one for
/// those it never had, and one for missing values.
///
/// Shape: levels by frequency in the reference, the most frequent first; whole numbers and truth values as their text.
/// `complete` says that the reference had no other levels: then an unlisted one is new, else it may be a rare one.
/// Threads: immutable.
public final class LevelBins implements Bins {
    /// So many levels are compared one by one where there are no more.
    static final int FEW = 50;
    /// Of more levels, so many of the most frequent are compared one by one, the others together.
    static final int FREQUENT = 30;

    private final List<String> levels;
    private final boolean complete;
    private final Map<String, Integer> byText = new HashMap<>();
    private final Map<Long, Integer> byNumber = new HashMap<>();

    /// Bins for `levels`. Errors: the same level twice is an [IllegalArgumentException].
    public LevelBins(List<String> levels, boolean complete) {
        this.levels = List.copyOf(levels);
        this.complete = complete;
        for (int i = 0; i < this.levels.size(); i++) {
            String level = this.levels.get(i);
            if (byText.put(level, i) != null) {
                throw new IllegalArgumentException("level " + level + " is there twice");
            }
            if (level.matches("-?\\d{1,18}")) {
                byNumber.put(Long.valueOf(level), i);
            }
        }
    }

    /// The listed levels; immutable.
    public List<String> levels() {
        return levels;
    }

    /// Whether the reference had no other levels.
    public boolean complete() {
        return complete;
    }

    @Override
    public int size() {
        return levels.size() + 3;
    }

    /// The bin of levels that the reference had and that are not listed.
    public int rare() {
        return levels.size();
    }

    /// The bin of levels that the reference never had.
    public int unseen() {
        return levels.size() + 1;
    }

    @Override
    public int bin(Columns rows, int column, int row) {
        if (rows.isNull(column, row)) {
            return missing();
        }
        Integer bin = rows.schema().type(column) == Type.STRING
                ? byText.get(String.valueOf(rows.text(column, row)))
                : byNumber.get(rows.integer(column, row));
        return bin != null ? bin : complete ? unseen() : rare();
    }

    @Override
    public String label(int bin) {
        if (bin < levels.size()) {
            return levels.get(bin);
        }
        return bin == missing() ? "missing" : bin == rare() ? "rare" : "new";
    }

    /// The frequent levels one by one, then all others together.
    @Override
    public long[] comparable(long[] counts) {
        int alone = alone();
        long[] joined = new long[alone + 1];
        for (int bin = 0; bin < missing(); bin++) {
            joined[Math.min(bin, alone)] += counts[bin];
        }
        return joined;
    }

    @Override
    public String comparableLabel(int index) {
        return index < alone() ? levels.get(index) : "other";
    }

    private int alone() {
        return levels.size() <= FEW ? levels.size() : FREQUENT;
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof LevelBins bins && levels.equals(bins.levels) && complete == bins.complete;
    }

    @Override
    public int hashCode() {
        return levels.hashCode();
    }
}

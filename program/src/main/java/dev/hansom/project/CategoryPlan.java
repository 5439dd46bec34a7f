package dev.hansom.project;

import dev.hansom.score.feature.Lookup;
import java.util.List;

/// Levels of a category, or of several crossed: numbered from the most frequent on, at most `most` of them, each seen
/// in
/// at least `least` past rows. Every other level, known or not, is rare and has the number after the last. A level that
/// is missing is missing.
public record CategoryPlan(String name, List<String> keys, long least, int most) implements EncoderPlan {
    /// The lookup that holds the numbers.
    public String code() {
        return name + "_code";
    }

    /// The lookup with these cells, where `rare` is the number of all other levels.
    public Lookup lookup(List<Lookup.Cell> cells, int rare) {
        String words = "levels of " + String.join(" x ", keys) + " by frequency, at most " + most + ", from " + least
                + " rows on; rare: " + rare;
        return new Lookup(code(), words, 0, List.of(new Lookup.Level(keys, cells)), rare);
    }

    @Override
    public List<String> expressions() {
        return keys;
    }

    @Override
    public List<Lookup> unlearned() {
        return List.of(lookup(List.of(), 0));
    }
}

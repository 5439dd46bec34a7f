package dev.hansom.project;

import dev.hansom.score.feature.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Places of keys on a map that is learned from the median `distance` between them, from rows where `where` holds.
///
/// `from` and `to` are keys of the same kind. A key with fewer than `least` rows has no place.
public record CoordinatesPlan(
        String name, String from, String to, String distance, int dimensions, Optional<String> where, long least)
        implements EncoderPlan {
    private static final String AXES = "xyzuvw";
    /// More dimensions than this have no name.
    public static final int MOST_DIMENSIONS = AXES.length();

    /// The names of the coordinates of an end: `from` or `to`.
    public List<String> names(String end) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            names.add(name + "_" + end + "_" + AXES.charAt(i));
        }
        return names;
    }

    /// The distance between the two places, as an expression over the coordinates.
    public String between() {
        List<String> squares = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            squares.add("pow(" + names("from").get(i) + " - " + names("to").get(i) + ", 2)");
        }
        return "sqrt(" + String.join(" + ", squares) + ")";
    }

    /// The lookups of the coordinates of both ends; `cells` are those of each axis.
    public List<Lookup> lookups(List<List<Lookup.Cell>> cells) {
        String words = "coordinate learned from the median of " + distance
                + where.map(condition -> " where " + condition).orElse("");
        List<Lookup> lookups = new ArrayList<>();
        for (String end : List.of("from", "to")) {
            String key = end.equals("from") ? from : to;
            for (int i = 0; i < dimensions; i++) {
                Lookup.Level level = new Lookup.Level(List.of(key), cells.get(i));
                lookups.add(new Lookup(names(end).get(i), words, 0, List.of(level), Double.NaN));
            }
        }
        return lookups;
    }

    @Override
    public List<String> expressions() {
        List<String> all = new ArrayList<>(List.of(from, to, distance));
        where.ifPresent(all::add);
        return all;
    }

    @Override
    public List<Lookup> unlearned() {
        List<List<Lookup.Cell>> none = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            none.add(List.of());
        }
        return lookups(none);
    }
}

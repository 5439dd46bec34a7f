package dev.hansom.draft;

import dev.hansom.draft.Draft.Named;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks for the keys by which a lookup tells the target best: one, and a second where it adds enough.
///
/// Threads: for one thread.
final class KeySearch {
    private static final int MOST = 40;
    private static final int MOST_LEVELS = 3_000;
    private static final int LEAST_ROWS_EACH = 8;
    /// What a key must take away of the error to be worth a line.
    private static final double WORTH = 0.01;
    private static final long HOUR = 3_600_000_000L;
    private static final long DAY = 24 * HOUR;

    private final Rows rows;
    private final Looks looks;
    private final Names names;
    private final boolean squared;
    private final Guess guess;
    private final List<Named> definitions = new ArrayList<>();
    private final Map<String, Named> cuts = new HashMap<>();
    private double error;
    private final double constant;

    /// The keys found, in the words of a project file.
    record Best(String by, List<String> then, String words, String reason) {}

    /// Keys, what they say of every row, and what that is wrong by.
    private static final class Judged {
        private final Levels levels;
        private final double[] said;
        private final double error;

        Judged(Levels levels, double[] said, double error) {
            this.levels = levels;
            this.said = said;
            this.error = error;
        }
    }

    KeySearch(Rows rows, Looks looks, Names names, boolean squared) {
        this.rows = rows;
        this.looks = looks;
        this.names = names;
        this.squared = squared;
        Guess mean = new Guess(rows, false);
        Guess median = new Guess(rows, true);
        boolean skewed = !squared && median.error(median.constant()) < 0.98 * mean.error(mean.constant());
        this.guess = skewed ? median : mean;
        this.constant = loss(guess.constant());
        this.error = constant;
    }

    boolean median() {
        return guess.isMedian();
    }

    /// What the best keys miss by.
    double error() {
        return error;
    }

    List<Named> definitions() {
        return List.copyOf(definitions);
    }

    Optional<Best> best(List<DraftField> asked, Optional<DraftField> time, boolean hours) {
        List<Levels> candidates = candidates(asked, time, hours);
        double[] nothing = guess.constant();
        Optional<Judged> first = candidates.stream()
                .map(levels -> judged(levels, nothing))
                .min(Comparator.comparingDouble(judged -> judged.error))
                .filter(judged -> judged.error < (1 - WORTH) * constant);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Judged one = first.get();
        Optional<Judged> second = candidates.stream()
                .filter(levels -> !levels.expressions().equals(one.levels.expressions()))
                .map(levels -> one.levels.with(levels))
                .filter(levels -> levels.count() <= Math.max(4, rows.size() / LEAST_ROWS_EACH))
                .map(levels -> judged(levels, one.said))
                .min(Comparator.comparingDouble(judged -> judged.error))
                .filter(judged -> judged.error < (1 - WORTH) * one.error);
        Judged found = second.orElse(one);
        error = found.error;
        found.levels.expressions().forEach(this::define);
        String gain = FieldRoles.percent(1 - found.error / constant)
                + " less error than a constant on later rows of the sample";
        return Optional.of(new Best(
                String.join(", ", found.levels.expressions()),
                second.isPresent() ? one.levels.expressions() : List.of(),
                found.levels.name(),
                gain));
    }

    private Judged judged(Levels levels, double[] coarser) {
        double[] said = guess.by(levels, coarser);
        return new Judged(levels, said, loss(said));
    }

    private double loss(double[] said) {
        return squared ? guess.squared(said) : guess.error(said);
    }

    private List<Levels> candidates(List<DraftField> asked, Optional<DraftField> time, boolean hours) {
        List<Levels> levels = new ArrayList<>();
        asked.stream()
                .sorted(looks::order)
                .limit(MOST)
                .forEach(field -> key(field).ifPresent(levels::add));
        time.ifPresent(field -> {
            int index = looks.of(field).index();
            if (hours) {
                levels.add(time(field, index, "hour", HOUR, 24));
            }
            levels.add(time(field, index, "dayofweek", DAY, 7));
        });
        return levels;
    }

    private Levels time(DraftField field, int index, String part, long unit, int many) {
        return Levels.of(
                part + " of " + field.name(),
                part + "(" + field.name() + ")",
                rows.size(),
                row -> Math.floorMod(
                        Math.floorDiv((long) Look.micros(rows.columns(), index, row), unit) + (many == 7 ? 4 : 0),
                        many));
    }

    private Optional<Levels> key(DraftField field) {
        Look look = looks.of(field);
        Columns columns = rows.columns();
        if (look.isTime()) {
            return Optional.empty();
        }
        boolean number = field.type() == Type.DOUBLE
                || (field.type() == Type.INT64 && look.distinct() > 30 && !look.isNamedIdentifier());
        if (!number) {
            return look.distinct() > MOST_LEVELS
                    ? Optional.empty()
                    : Optional.of(Levels.values(field.name(), field.name(), columns, look.index()));
        }
        double[] at = Levels.cuts(columns, look.index());
        if (at.length == 0) {
            return Optional.empty();
        }
        String name = names.free(field.name() + "_bin");
        cuts.put(name, new Named(name, expression(field.name(), at), field.name() + " cut at its tenths"));
        return Optional.of(Levels.cut(field.name() + " (in tenths)", name, columns, look.index(), at));
    }

    private static String expression(String field, double[] at) {
        StringBuilder text = new StringBuilder("CASE WHEN " + field + " IS NULL THEN -1");
        for (int i = 0; i < at.length; i++) {
            text.append(" WHEN ")
                    .append(field)
                    .append(" < ")
                    .append(number(at[i]))
                    .append(" THEN ")
                    .append(i);
        }
        return text.append(" ELSE ").append(at.length).append(" END").toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    /// Defines a key that is a cut.
    private void define(String name) {
        Optional.ofNullable(cuts.get(name)).ifPresent(definitions::add);
    }
}

package dev.hansom.check;

import dev.hansom.project.Checks.Bounds;
import dev.hansom.project.Checks.FieldCheck;
import dev.hansom.project.Field;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All that is counted of one field while its rows go by.
///
/// Memory: bounded, whatever the number of rows. Threads: for one thread.
final class FieldFacts {
    private static final double EXACT = 1L << 53;
    private static final long DAY = 86_400_000_000L;
    private static final long OLD = -25_567L * DAY;

    final Field field;
    final Tally[] tallies;
    final Levels levels;
    final Extremes highest;
    final Extremes lowest;
    final Examples infinite = new Examples();
    final Examples beyond = new Examples();
    final Examples negative = new Examples();
    final Examples positive = new Examples();
    final Examples odd = new Examples();
    /// The same for two fields with the same value in every row, and with the same rows missing.
    long valueSignature;

    long missingSignature;

    final int column;
    private final long late;
    private final boolean held;
    private final Bounds bounds;
    private final Set<String> allowed;

    FieldFacts(Field field, int column, int periods, int extremes, long now, Optional<FieldCheck> held) {
        this.field = field;
        this.column = column;
        this.tallies = new Tally[periods];
        Arrays.setAll(tallies, i -> new Tally());
        this.levels = new Levels(periods);
        this.highest = new Extremes(extremes);
        this.lowest = new Extremes(extremes);
        this.late = now;
        this.held = held.isPresent();
        this.bounds = held.map(FieldCheck::values).orElse(Bounds.NONE);
        this.allowed = new HashSet<>(held.map(FieldCheck::levels).orElse(List.of()));
    }

    /// Counts the rows of a chunk; `keys` names each row of the survey, `hashes` is filled with the hashes of values.
    void add(Piece chunk, int period, long[] keys, long[] hashes) {
        Columns rows = chunk.rows();
        Tally tally = tallies[period];
        tally.rows += rows.size();
        switch (field.type()) {
            case DOUBLE -> numbers(chunk, period, hashes);
            case STRING -> texts(chunk, period, hashes);
            case INT64, BOOLEAN -> wholes(chunk, period, hashes);
            case TIMESTAMP, DATE -> times(chunk, period, hashes);
        }
        for (int row = 0; row < rows.size(); row++) {
            valueSignature += Mix.of(keys[row] + hashes[row]);
            if (hashes[row] == Mix.MISSING) {
                tally.missing.add(chunk, row);
                missingSignature += keys[row];
            }
        }
    }

    private void numbers(Piece chunk, int period, long[] hashes) {
        Columns rows = chunk.rows();
        String file = chunk.file();
        Tally tally = tallies[period];
        for (int row = 0; row < rows.size(); row++) {
            double value = rows.number(column, row);
            if (Double.isNaN(value)) {
                hashes[row] = Mix.MISSING;
                continue;
            }
            hashes[row] = Mix.number(value);
            if (Double.isInfinite(value)) {
                infinite.add(file, chunk.place(row));
            } else {
                number(tally, value, file, chunk.place(row));
            }
            hold(tally, value, "", file, chunk.place(row));
        }
    }

    private void wholes(Piece chunk, int period, long[] hashes) {
        Columns rows = chunk.rows();
        String file = chunk.file();
        Tally tally = tallies[period];
        for (int row = 0; row < rows.size(); row++) {
            long value = rows.integer(column, row);
            if (value == Columns.NULL) {
                hashes[row] = Mix.MISSING;
                continue;
            }
            hashes[row] = Mix.whole(value);
            levels.add(period, value, null, value, chunk, row);
            number(tally, (double) value, file, chunk.place(row));
            hold(tally, (double) value, allowed.isEmpty() ? "" : String.valueOf(value), file, chunk.place(row));
        }
    }

    private void times(Piece chunk, int period, long[] hashes) {
        Columns rows = chunk.rows();
        String file = chunk.file();
        Tally tally = tallies[period];
        long day = field.type() == Type.DATE ? 1 : DAY;
        for (int row = 0; row < rows.size(); row++) {
            long value = rows.integer(column, row);
            if (value == Columns.NULL) {
                hashes[row] = Mix.MISSING;
                continue;
            }
            hashes[row] = Mix.of(value);
            tally.least = Math.min(tally.least, (double) value);
            tally.most = Math.max(tally.most, (double) value);
            long micros = day == 1 ? (value > late / DAY + 1 ? Long.MAX_VALUE : value * DAY) : value;
            if (micros == 0 || micros < OLD || micros > late) {
                odd.add(file, chunk.place(row));
            }
            hold(tally, (double) value, "", file, chunk.place(row));
        }
    }

    private void texts(Piece chunk, int period, long[] hashes) {
        Columns rows = chunk.rows();
        String file = chunk.file();
        Tally tally = tallies[period];
        for (int row = 0; row < rows.size(); row++) {
            String value = rows.text(column, row);
            if (value == null) {
                hashes[row] = Mix.MISSING;
                continue;
            }
            hashes[row] = Mix.text(value);
            levels.add(period, hashes[row], value, 0, chunk, row);
            hold(tally, 0, value, file, chunk.place(row));
        }
    }

    private void number(Tally tally, double value, String file, long row) {
        tally.least = Math.min(tally.least, value);
        tally.most = Math.max(tally.most, value);
        if (value < 0) {
            tally.negative++;
            negative.add(file, row);
        } else if (value > 0) {
            tally.positive++;
            if (positive.isOpen()) {
                positive.add(file, row);
            } else {
                positive.count(1);
            }
        }
        if (Math.abs(value) > EXACT && value == Math.rint(value)) {
            beyond.add(file, row);
        }
        if (highest.wants(value)) {
            highest.add(value, file, row);
        }
        if (lowest.wants(-value)) {
            lowest.add(-value, file, row);
        }
    }

    private void hold(Tally tally, double value, String level, String file, long row) {
        if (!held) {
            return;
        }
        if (!bounds.hold(value) || (!allowed.isEmpty() && !allowed.contains(level))) {
            tally.outside.add(file, row);
        }
    }

    /// The sum of all periods.
    long rows() {
        return Arrays.stream(tallies).mapToLong(tally -> tally.rows).sum();
    }

    long missing() {
        return Arrays.stream(tallies).mapToLong(tally -> tally.missing.count()).sum();
    }

    /// Some of the rows where it is missing, the earliest periods first.
    List<Place> missingPlaces() {
        return Arrays.stream(tallies)
                .flatMap(tally -> tally.missing.places().stream())
                .limit(3)
                .toList();
    }

    long present() {
        return rows() - missing();
    }

    double least() {
        return Arrays.stream(tallies).mapToDouble(tally -> tally.least).min().orElse(Double.NaN);
    }

    double most() {
        return Arrays.stream(tallies).mapToDouble(tally -> tally.most).max().orElse(Double.NaN);
    }

    /// Whether every row has the same value.
    boolean isConstant() {
        return missing() == 0 && hasOneValue();
    }

    /// Whether it has values, and all that are there are the same.
    boolean hasOneValue() {
        if (present() == 0) {
            return false;
        }
        return field.type() == Type.STRING
                ? levels.areFew() && levels.size() == 1
                : least() == most() && infinite.count() == 0;
    }
}

package dev.hansom.store;

import dev.hansom.base.Json;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The row at hand of a query, read by the names of its columns.
///
/// Threads: for the query at hand only; it does not outlive it.
public final class Rows {
    private final ResultSet found;
    private final Path file;

    Rows(ResultSet found, Path file) {
        this.found = found;
        this.file = file;
    }

    private interface Reading<T> {
        T of(ResultSet found) throws SQLException;
    }

    /// A text that is there.
    public String text(String column) {
        return optionalText(column).orElseThrow(() -> missing(column));
    }

    /// A text, if it is there.
    public Optional<String> optionalText(String column) {
        return value(row -> Optional.ofNullable(row.getString(column)));
    }

    /// A whole number that is there.
    public long whole(String column) {
        return optionalWhole(column).orElseThrow(() -> missing(column));
    }

    /// A whole number, if it is there.
    public Optional<Long> optionalWhole(String column) {
        return value(row -> {
            long value = row.getLong(column);
            return row.wasNull() ? Optional.empty() : Optional.of(value);
        });
    }

    /// A number; null is NaN.
    public double real(String column) {
        return value(row -> {
            double value = row.getDouble(column);
            return row.wasNull() ? Double.NaN : value;
        });
    }

    /// A truth value that is there.
    public boolean truth(String column) {
        return whole(column) != 0;
    }

    /// An instant that is there.
    public Instant instant(String column) {
        return Micros.instant(whole(column));
    }

    /// An instant, if it is there.
    public Optional<Instant> optionalInstant(String column) {
        return optionalWhole(column).map(Micros::instant);
    }

    /// A JSON value that is there.
    public Json json(String column) {
        return Json.parse(text(column));
    }

    private <T> T value(Reading<T> reading) {
        try {
            return reading.of(found);
        } catch (SQLException e) {
            throw StoreProblem.of(file, e);
        }
    }

    private static IllegalStateException missing(String column) {
        return new IllegalStateException("column " + column + " is null");
    }
}

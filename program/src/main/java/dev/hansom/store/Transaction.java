package dev.hansom.store;

import dev.hansom.base.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The statements of one unit of work. Values go in as parameters (`?`), never pasted.
///
/// A parameter is a `String`, `Integer`, `Long`, `Double`, `Boolean` (0 or 1), `Instant` (microseconds since the
/// epoch),
/// [Json] (text) or null.
///
/// Threads: for the work at hand only; it does not outlive it.
public final class Transaction {
    private final Connection connection;
    private final Path file;

    Transaction(Connection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    /// Changes rows, and says how many.
    public int execute(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw StoreProblem.of(file, e);
        }
    }

    /// Shows every row to `reader`, in order.
    public void each(String sql, Consumer<Rows> reader, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet found = statement.executeQuery()) {
            Rows rows = new Rows(found, file);
            while (found.next()) {
                reader.accept(rows);
            }
        } catch (SQLException e) {
            throw StoreProblem.of(file, e);
        }
    }

    /// All rows, each turned into a fact.
    public <T> List<T> query(String sql, Function<Rows, T> fact, @Nullable Object... parameters) {
        List<T> facts = new ArrayList<>();
        each(sql, rows -> facts.add(fact.apply(rows)), parameters);
        return List.copyOf(facts);
    }

    /// The first row, if there is one.
    public <T> Optional<T> first(String sql, Function<Rows, T> fact, @Nullable Object... parameters) {
        return query(sql, fact, parameters).stream().findFirst();
    }

    /// The one whole number of a query such as `select count(*) … as n`; its column is named `n`.
    public long number(String sql, @Nullable Object... parameters) {
        return first(sql, rows -> rows.whole("n"), parameters).orElseThrow();
    }

    /// Whether a query finds a row.
    public boolean any(String sql, @Nullable Object... parameters) {
        return first(sql, _ -> true, parameters).isPresent();
    }

    private PreparedStatement prepared(String sql, @Nullable Object[] parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, parameters);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
    }

    private static void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setObject(place, null);
            case String text -> statement.setString(place, text);
            case Integer whole -> statement.setInt(place, whole);
            case Long whole -> statement.setLong(place, whole);
            case Double real -> statement.setDouble(place, real);
            case Boolean truth -> statement.setInt(place, truth ? 1 : 0);
            case Instant instant -> statement.setLong(place, Micros.of(instant));
            case Json json -> statement.setString(place, json.text());
            default -> throw new IllegalArgumentException("no parameter of type " + value.getClass());
        }
    }
}

package dev.hansom.bench;

import dev.hansom.score.Columns;
import dev.hansom.score.expression.Expression;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Five taxi expressions for one typed row: ours, and a prepared query of DuckDB.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init")
public class Expressions {
    private static final int TRIPS = 4096;

    private Columns trips;
    private Expression[] expressions;
    private int next;

    @Setup
    public void compile() {
        trips = Taxi.trips(TRIPS);
        expressions = Taxi.compiled();
    }

    private int row() {
        next = (next + 1) & (TRIPS - 1);
        return next;
    }

    /// DuckDB with the same five expressions prepared over the parameters of a row.
    @State(Scope.Thread)
    public static class DuckDb {
        private Connection connection;
        private PreparedStatement query;

        @Setup
        public void prepare(Expressions ours) throws SQLException {
            connection = DriverManager.getConnection("jdbc:duckdb:");
            String answers =
                    Arrays.stream(ours.expressions).map(Expression::sql).collect(Collectors.joining(", "));
            query = connection.prepareStatement("SELECT " + answers
                    + " FROM (SELECT make_timestamp(CAST(? AS BIGINT)) AS pickup,"
                    + " make_timestamp(CAST(? AS BIGINT)) AS dropoff, CAST(? AS DOUBLE) AS trip_distance)");
        }

        @TearDown
        public void close() throws SQLException {
            query.close();
            connection.close();
        }
    }

    @Benchmark
    public double hansom() {
        int row = row();
        double sum = 0;
        for (Expression expression : expressions) {
            sum += expression.number(trips, row);
        }
        return sum;
    }

    @Benchmark
    public double duckDbPrepared(DuckDb theirs) throws SQLException {
        int row = row();
        theirs.query.setLong(1, trips.integer(0, row));
        theirs.query.setLong(2, trips.integer(1, row));
        theirs.query.setDouble(3, trips.number(2, row));
        try (ResultSet answers = theirs.query.executeQuery()) {
            answers.next();
            double sum = 0;
            for (int i = 1; i <= expressions.length; i++) {
                sum += answers.getDouble(i);
            }
            return sum;
        }
    }
}

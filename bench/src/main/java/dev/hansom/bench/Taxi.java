package dev.hansom.bench;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import java.util.List;
import java.util.SplittableRandom;

/// Five expressions of the taxi template over seeded trips.
final class Taxi {
    static final Schema SCHEMA = new Schema(List.of(
            new Schema.Column("pickup", Type.TIMESTAMP),
            new Schema.Column("dropoff", Type.TIMESTAMP),
            new Schema.Column("trip_distance", Type.DOUBLE)));

    static final List<String> EXPRESSIONS = List.of(
            "(epoch(dropoff) - epoch(pickup)) / 60",
            "dayofweek(pickup) * 24 + hour(pickup)",
            "hour(pickup) * 60 + minute(pickup)",
            "CASE WHEN hour(pickup) < 6 THEN 0 WHEN hour(pickup) < 10 THEN 1 WHEN hour(pickup) < 15 THEN 2"
                    + " WHEN hour(pickup) < 19 THEN 3 ELSE 4 END",
            "least(greatest(trip_distance, 0), 100)");

    private static final long MONTH = 31L * 86_400_000_000L;
    private static final long FIRST = 1_609_459_200_000_000L;

    private Taxi() {}

    static Expression[] compiled() {
        Scope scope = Scope.of(SCHEMA);
        return EXPRESSIONS.stream().map(text -> Expression.compile(text, scope)).toArray(Expression[]::new);
    }

    static Columns trips(int count) {
        SplittableRandom random = new SplittableRandom(5);
        Columns trips = new Columns(SCHEMA, count);
        for (int i = 0; i < count; i++) {
            int row = trips.append();
            long pickup = FIRST + random.nextLong(MONTH);
            trips.set(0, row, pickup);
            trips.set(1, row, pickup + random.nextLong(3_600_000_000L));
            if (random.nextInt(50) > 0) {
                trips.set(2, row, random.nextExponential() * 3);
            }
        }
        return trips;
    }
}

package dev.hansom.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.kernel.Linear;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BindingTest {
    private static final LocalDateTime WALL = LocalDateTime.of(2021, 3, 1, 8, 30, 0, 250_000);
    private static final LocalDate DAY = LocalDate.of(2021, 3, 2);

    private record Ride(
            LocalDateTime at, long from, int to, double miles, String flag, boolean shared, LocalDate day, String id) {}

    private record Boxed(
            Instant at, Integer from, Short to, BigDecimal miles, StringBuilder flag, Boolean shared, LocalDate day) {}

    private record Offset(
            OffsetDateTime at, byte from, Long to, float miles, String flag, boolean shared, LocalDate day) {}

    private record Zoned(
            ZonedDateTime at, short from, Byte to, long miles, String flag, boolean shared, LocalDate day) {}

    private record Wrong(String at, double from, int too, String miles, String flag, LocalDate day) {}

    @Test
    void aRecordAnswersLikeItsFieldsByName() {
        for (Model model : List.of(Samples.forest(), Samples.linear(), Samples.rule())) {
            double expected = model.predict(
                    Map.of("at", WALL, "from", 1, "to", 2, "miles", 1.5, "flag", "é", "shared", true, "day", DAY));
            assertThat(model.bind(Ride.class).predict(new Ride(WALL, 1, 2, 1.5, "é", true, DAY, "x")))
                    .isEqualTo(expected);
            Boxed boxed = new Boxed(
                    Instant.parse("2021-03-01T13:30:00.000250Z"),
                    1,
                    (short) 2,
                    new BigDecimal("1.5"),
                    new StringBuilder("é"),
                    true,
                    DAY);
            assertThat(model.bind(Boxed.class).predict(boxed)).isEqualTo(expected);
            Offset offset = new Offset(
                    OffsetDateTime.parse("2021-03-01T14:30:00.00025+01:00"), (byte) 1, 2L, 1.5f, "é", true, DAY);
            assertThat(model.bind(Offset.class).predict(offset)).isEqualTo(expected);
        }
        ZonedDateTime zoned = ZonedDateTime.parse("2021-03-01T14:30:00+01:00[Europe/Paris]");
        assertThat(Samples.linear()
                        .bind(Zoned.class)
                        .predict(new Zoned(zoned, (short) 1, (byte) 2, 3, "é", false, DAY)))
                .isEqualTo(Samples.linear()
                        .predict(Map.of(
                                "at", zoned, "from", 1, "to", 2, "miles", 3, "flag", "é", "shared", false, "day",
                                DAY)));
    }

    @Test
    void nullInABoxIsMissing() {
        assertThat(Samples.linear().bind(Boxed.class).predict(new Boxed(null, null, null, null, null, null, null)))
                .isEqualTo(Samples.linear().predict(Map.of()));
    }

    @Test
    void everyMistakeOfARecordIsToldAtOnceWithTheExpectation() {
        assertThatThrownBy(() -> Samples.rule().bind(Wrong.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("record Wrong: ")
                .hasMessageContainingAll(
                        "component at: String for field at (expected: LocalDateTime",
                        "component from: double for field from (expected: long",
                        "no component for field to (expected: one named to, of long",
                        "component miles: String for field miles (expected: double",
                        "no component for field shared (expected: one named shared, of boolean");
    }

    @Test
    void namesMayDifferInCaseAndUnderscores() {
        record Trip(int puLocationId, double tripDistance) {}
        Schema schema = new Schema(List.of(
                new Schema.Column("PULocationID", Type.INT64), new Schema.Column("trip_distance", Type.DOUBLE)));
        Model model = new Model(
                new Signature("taxi", schema, "", "", "true", "minutes", "minutes"),
                new Vocabulary(List.of(), List.of(), List.of()),
                List.of(new Feature("a", "PULocationID"), new Feature("b", "trip_distance")),
                new Linear(0, new double[] {1, 10}, new double[2]),
                new Provenance(Map.of()));
        assertThat(model.bind(Trip.class).predict(new Trip(3, 0.5))).isEqualTo(8);
    }

    @Test
    void aRecordIsAnsweredWithoutAllocating() {
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Model model = Samples.forest();
        Binding<Ride> rides = model.bind(Ride.class);
        Row row = model.row();
        Ride ride = new Ride(WALL, 1, 2, 1.5, "é", true, DAY, "x");
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += rides.predict(ride, row);
        }
        long before = thread.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            sum += rides.predict(ride, row);
        }
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
        assertThat(sum).isFinite();
    }

    @Test
    void aRowTakesEveryTypeAndSaysWhatItExpects() {
        Row row = Samples.rule()
                .row()
                .set("at", WALL)
                .set("from", 1)
                .set("to", 2)
                .set("miles", 1.5)
                .set("flag", "é")
                .set("shared", true)
                .set("day", DAY);
        assertThat(row.columns().integer(0, 0)).isEqualTo(1_614_587_400_000_250L);
        row.set("at", Instant.parse("2021-03-01T13:30:00Z"));
        assertThat(row.columns().integer(0, 0)).isEqualTo(1_614_587_400_000_000L);
        assertThat(row.columns().integer(5, 0)).isEqualTo(1);
        assertThat(row.columns().integer(6, 0)).isEqualTo(DAY.toEpochDay());
        row.set(row.column("at"), (LocalDateTime) null).setMissing("miles");
        assertThat(row.columns().isNull(0, 0)).isTrue();
        assertThat(row.columns().isNull(3, 0)).isTrue();
        assertThatThrownBy(() -> row.set("mile", 1.5)).hasMessageContaining("no column mile; did you mean miles?");
        assertThatThrownBy(() -> row.set("miles", true))
                .hasMessageContaining("column miles: true or false (expected: a number)");
        assertThatThrownBy(() -> row.set("flag", DAY)).hasMessageContaining("column flag: a date (expected: text)");
        assertThatThrownBy(() -> row.set("day", WALL))
                .hasMessageContaining("column day: a time (expected: a LocalDate");
        assertThatThrownBy(() -> row.set("from", 1.5)).hasMessageContaining("a fraction (expected: a whole number)");
    }

    @Test
    void everyMistakeOfAMapIsToldAtOnce() {
        Map<String, Object> fields = new HashMap<>(Map.of("mils", 3, "flag", 1, "at", "4711", "shared", "yes"));
        assertThatThrownBy(() -> Samples.rule().predict(fields))
                .hasMessageContainingAll(
                        "unknown field mils; did you mean miles?",
                        "field flag: Integer (expected: text)",
                        "field at: text that is no time",
                        "field shared: text (expected: true or false)")
                .message()
                .doesNotContain("4711", "yes");
    }

    @Test
    void columnsInAnyOrderArePredictedByTheirNames() {
        Schema other = new Schema(List.of(
                new Schema.Column("day", Type.DATE),
                new Schema.Column("miles", Type.DOUBLE),
                new Schema.Column("extra", Type.STRING),
                new Schema.Column("flag", Type.STRING),
                new Schema.Column("to", Type.INT64),
                new Schema.Column("from", Type.INT64),
                new Schema.Column("shared", Type.BOOLEAN),
                new Schema.Column("at", Type.TIMESTAMP)));
        Columns columns = new Columns(other, 2);
        columns.append();
        columns.set(1, columns.append(), 3.0);
        columns.set(5, 1, 1L);
        assertThat(Samples.linear().predict(columns))
                .containsExactly(
                        Samples.linear().predict(Map.of()), Samples.linear().predict(Map.of("miles", 3, "from", 1)));
        Columns few = new Columns(new Schema(List.of(new Schema.Column("mile", Type.DOUBLE))), 1);
        assertThatThrownBy(() -> Samples.linear().predict(few))
                .hasMessageContaining("no column miles (expected: double); is it mile?")
                .hasMessageContaining("no column at (expected: timestamp)");
    }
}

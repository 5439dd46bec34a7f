package dev.hansom.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.score.expression.ExpressionException;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.kernel.Formula;
import dev.hansom.score.kernel.Linear;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTest {
    @Test
    void aRuleAndAModelAnswerFieldsGivenByName() {
        double north = (50 * 6 + 20 * 9.75) / 70;
        double pair = (5 * 3.25 + 20 * north) / 25;
        assertThat(Samples.rule().predict(Map.of("from", 1, "to", 2, "flag", "é", "miles", 1.5)))
                .isCloseTo(pair * 2 + 1.5, within(1e-12));
        assertThat(Samples.rule().kind()).isEqualTo("rule");
        double answer = Samples.linear()
                .predict(Map.of("from", 9L, "miles", 2, "shared", true, "at", LocalDateTime.of(2021, 3, 1, 8, 30)));
        assertThat(answer).isEqualTo(1.5 + 2 * 9.75 + 0.25 * 8 - 2 + 3);
        assertThat(Samples.linear().kind()).isEqualTo("model");
    }

    @Test
    void aFieldThatIsNotGivenOrNullIsMissing() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("miles", null);
        assertThat(Samples.linear().predict(fields)).isEqualTo(Samples.linear().predict(Map.of()));
        assertThat(Samples.linear().predict(Map.of())).isEqualTo(1.5 + 2 * 9.75 + 0.25 * 2 - 3 + 3 * 4);
        assertThat(Samples.rule().predict(Map.of("from", 1))).isNaN();
    }

    @Test
    void aRowOfAnotherModelAndANamelessFieldAreRefused() {
        Row other = new Row(new Schema(List.of(new Schema.Column("x", Type.DOUBLE))));
        assertThatThrownBy(() -> Samples.linear().predict(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a row of [x] (expected: one that model.row() makes, of [");
        Map<String, Object> nameless = new HashMap<>();
        nameless.put(null, 1);
        assertThatThrownBy(() -> Samples.linear().predict(nameless)).hasMessageContaining("a field without a name");
        assertThat(Samples.linear()).hasToString("model of rides, answers minutes in minutes");
    }

    @Test
    void aTimeMayBeWallClockOrAnInstantOrText() {
        Model hour = new Model(
                Samples.signature("true"),
                Samples.vocabulary(),
                List.of(),
                new Formula("hour"),
                new Provenance(Map.of()));
        for (Object time : List.of(
                LocalDateTime.of(2021, 3, 1, 8, 30),
                "2021-03-01T08:30:00",
                "2021-03-01T08:30",
                "2021-03-01 08:30:00",
                "2021-03-01 13:30:00Z",
                "2021-03-01T13:30:00Z",
                Instant.parse("2021-03-01T13:30:00Z"),
                OffsetDateTime.parse("2021-03-01T14:30:00+01:00"))) {
            assertThat(hour.predict(Map.of("at", time))).as(time.toString()).isEqualTo(8);
        }
    }

    @Test
    void anErrorNamesTheFieldTheKindAndTheExpectationAndNeverTheValue() {
        assertRefused("form", 1, "form", "from");
        assertRefused("miles", "4711", "miles", "text", "a number");
        assertRefused("from", 47.11, "from", "a fraction", "a whole number");
        assertRefused("flag", 4711, "flag", "Integer", "text");
        assertRefused("shared", 4711, "shared", "Integer", "true or false");
        assertRefused("at", "4711", "at", "ISO text");
        assertRefused("at", 4711L, "at", "Long", "LocalDateTime");
        assertRefused("day", "4711", "day", "no date");
        assertRefused("day", LocalDateTime.MAX, "day", "LocalDateTime", "LocalDate");
        Samples.rule().predict(Map.of("day", LocalDate.of(2021, 3, 1)));
    }

    @Test
    void anInfiniteAnswerIsNoAnswer() {
        Model endless = Samples.model(new Linear(1, new double[] {0, 0, 1e308, 0}, new double[4]));
        assertThat(endless.predict(Map.of("miles", 1e30))).isNaN();
        assertThat(endless.predict(Map.of("miles", -1e30))).isNaN();
        assertThat(endless.predict(Map.of("miles", 0))).isEqualTo(1);
    }

    @Test
    void allRowsAtOnceAnswerAsRowByRow() {
        Columns columns = new Columns(Samples.SCHEMA.with("minutes", Type.DOUBLE), 1000);
        for (int row = 0; row < 1000; row++) {
            columns.append();
            columns.set(0, row, row * 3_600_000_000L);
            columns.set(1, row, row % 5L);
            columns.set(3, row, row / 7.0);
        }
        for (Model model : List.of(Samples.forest(), Samples.linear(), Samples.rule(), Samples.shared())) {
            double[] answers = model.score(columns);
            for (int row = 0; row < answers.length; row++) {
                assertThat(answers[row]).isEqualTo(model.score(columns, row));
            }
        }
    }

    @Test
    void manyThreadsThatShareAModelGetTheAnswersOfOne() {
        Columns columns = new Columns(Samples.SCHEMA, 2000);
        for (int row = 0; row < 2000; row++) {
            columns.append();
            columns.set(0, row, row * 3_600_000_000L);
            columns.set(1, row, row % 5L);
            columns.set(2, row, row % 3L);
            columns.set(4, row, row % 2 == 0 ? "é" : null);
        }
        for (Model model : List.of(Samples.forest(), Samples.rule(), Samples.shared())) {
            double[] wanted = model.score(columns);
            List<double[]> each = IntStream.range(0, 24)
                    .parallel()
                    .mapToObj(i -> i % 3 == 0 ? model.score(columns) : rowByRow(model, columns))
                    .toList();
            assertThat(each).allSatisfy(answers -> assertThat(answers).isEqualTo(wanted));
        }
    }

    private static double[] rowByRow(Model model, Columns columns) {
        return IntStream.range(0, columns.size())
                .parallel()
                .mapToDouble(row -> model.score(columns, row))
                .toArray();
    }

    @Test
    void aTypedRowIsAnsweredWithoutAllocating() {
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Row row = new Row(Samples.SCHEMA)
                .set("at", 7L)
                .set("from", 1L)
                .set("to", 2L)
                .set("flag", "é")
                .set("miles", 3.0);
        for (Model model : List.of(Samples.forest(), Samples.linear(), Samples.rule(), Samples.shared())) {
            double sum = model.score(row);
            long before = thread.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                sum += model.score(row);
            }
            assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
            assertThat(sum).isFinite();
        }
    }

    @Test
    void columnsOfAnotherShapeRefuse() {
        Columns columns = new Columns(new Schema(List.of(new Schema.Column("from", Type.INT64))), 1);
        assertThatThrownBy(() -> Samples.rule().score(columns)).hasMessageContaining("expected");
    }

    @Test
    void keepSaysWhichRowsAreMeant() {
        Row row = new Row(Samples.SCHEMA).set("miles", 99.0);
        assertThat(Samples.rule().keeps(row.columns(), 0)).isTrue();
        assertThat(Samples.rule().keeps(row.set("miles", 100.0).columns(), 0)).isFalse();
        assertThat(Samples.rule().keeps(row.clear().columns(), 0)).isFalse();
        assertThat(Samples.forest().keeps(row.columns(), 0)).isTrue();
    }

    @Test
    void partsThatDoNotFitRefuse() {
        Model sample = Samples.linear();
        assertThatThrownBy(() -> new Model(
                        sample.signature(), sample.vocabulary(), List.of(), sample.kernel(), sample.provenance()))
                .hasMessageContaining("expected: 4");
        assertThatThrownBy(() -> new Model(
                        sample.signature(),
                        sample.vocabulary(),
                        List.of(new Feature("x", "miles")),
                        new Formula("miles"),
                        sample.provenance()))
                .hasMessageContaining("formula");
        assertThatThrownBy(() -> new Model(
                        sample.signature(), sample.vocabulary(), List.of(), new Formula("flag"), sample.provenance()))
                .isInstanceOf(ExpressionException.class);
    }

    @Test
    void aModelComesBackFromItsFile(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("ride.hansom"), Samples.forest().bytes());
        Map<String, Object> ride = Map.of("from", 1, "to", 2, "flag", "é", "miles", 1.5);
        assertThat(Model.load(file).predict(ride)).isEqualTo(Samples.forest().predict(ride));
        assertThatThrownBy(() -> Model.load(folder.resolve("none"))).isInstanceOf(IOException.class);
    }

    @Test
    void theFingerprintIsThatOfTheFile(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("ride.hansom"), Samples.forest().bytes());
        byte[] sum = java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertThat(Model.load(file).fingerprint())
                .isEqualTo("sha256:" + java.util.HexFormat.of().formatHex(sum));
    }

    @Test
    void contributionsOfALinearModelAddUpAndARuleHasNone() {
        Map<String, Object> ride = Map.of("from", 1, "miles", 2.5, "shared", true);
        Contributions why = Samples.linear().contributions(ride);
        assertThat(why.names()).containsExactly("pair", "hour", "miles", "shared");
        assertThat(why.sum()).isCloseTo(Samples.linear().predict(ride), within(1e-12));
        assertThat(why.of("hour")).isZero();
        assertThat(why.of("miles")).isEqualTo(-(2.5 - 3));
        assertThatThrownBy(() -> Samples.rule().contributions(ride)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Samples.forest().contributions(ride))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("covers");
    }

    private static void assertRefused(String field, Object value, String... texts) {
        assertThatThrownBy(() -> Samples.rule().predict(Map.of(field, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(texts)
                .message()
                .doesNotContain("4711", "47.11");
    }
}

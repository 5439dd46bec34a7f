package dev.hansom.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.kernel.Linear;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows in Java compiles and runs: it is the text between two marks here.
class ReadmeTest {
    private static final Path README = Path.of("../README.md");
    private static final Path SELF = Path.of("src/test/java/dev/hansom/score/ReadmeTest.java");

    @TempDir
    Path folder;

    @Test
    void theReadmeShowsThisCode() throws IOException {
        String shown = Files.readString(README).replaceAll("(?s).*?```java\n(.*?)```.*", "$1");
        String code = Files.readString(SELF).replaceAll("(?s).*?// shown from here\n(.*?) *// to here.*", "$1");
        assertThat(shown)
                .isEqualTo(code.replaceAll("(?m)^ {8}", "")
                        .replace("folder.resolve(\"taxi.hansom\")", "Path.of(\"taxi.hansom\")"));
    }

    @Test
    void theCodeOfTheReadmeAnswers() throws IOException {
        Files.write(folder.resolve("taxi.hansom"), taxi().bytes());
        // shown from here
        Model model = Model.load(folder.resolve("taxi.hansom"));

        double minutes = model.predict(Map.of(
                "PULocationID", 74,
                "DOLocationID", 166,
                "lpep_pickup_datetime", LocalDateTime.of(2021, 3, 1, 8, 30)));

        record Trip(LocalDateTime lpepPickupDatetime, int puLocationId, int doLocationId, Integer passengerCount) {}
        Binding<Trip> trips = model.bind(Trip.class); // every mistake is told here, all at once
        double same = trips.predict(new Trip(LocalDateTime.of(2021, 3, 1, 8, 30), 74, 166, null));

        Row row = model.row() // where nothing may be allocated: set it again and again, or trips.predict(trip, row)
                .set("PULocationID", 74)
                .set("DOLocationID", 166)
                .set("lpep_pickup_datetime", Instant.parse("2021-03-01T13:30:00Z"));
        Contributions why = model.contributions(row); // exact; together with the bias they are the answer
        // to here
        assertThat(minutes).isEqualTo(1 + 0.5 * 74 + 2 * 8);
        assertThat(same).isEqualTo(minutes);
        assertThat(why.sum()).isCloseTo(model.predict(row), within(1e-12));
        assertThat(why.of("hour")).isEqualTo(2 * (8 - 12));
    }

    private static Model taxi() {
        Schema schema = new Schema(List.of(
                new Schema.Column("lpep_pickup_datetime", Type.TIMESTAMP),
                new Schema.Column("PULocationID", Type.INT64),
                new Schema.Column("DOLocationID", Type.INT64)));
        return new Model(
                new Signature("taxi", schema, "lpep_pickup_datetime", "America/New_York", "true", "minutes", "minutes"),
                new Vocabulary(List.of(), List.of(), List.of()),
                List.of(new Feature("from", "PULocationID"), new Feature("hour", "hour(lpep_pickup_datetime)")),
                new Linear(1, new double[] {0.5, 2}, new double[] {100, 12}),
                new Provenance(Map.of()));
    }
}

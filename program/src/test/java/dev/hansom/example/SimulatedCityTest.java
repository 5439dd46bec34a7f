package dev.hansom.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Progress;
import dev.hansom.data.Engine;
import dev.hansom.data.Window;
import dev.hansom.score.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedCityTest {
    private static final YearMonth MARCH = YearMonth.of(2025, 3);

    @TempDir
    Path folder;

    @Test
    void samePlanSameBytesAnotherSeedOthers() throws IOException {
        CityPlan plan = CityPlan.USUAL.rows(500);
        CityPlan other = new CityPlan(World.ML, plan.first(), 3, 500, 2);
        try (Engine engine = Engine.open(Engine.Settings.in(folder.resolve("spill")))) {
            List<Path> files = new SimulatedCity(plan).write(folder.resolve("a"), engine, Progress.NONE);
            new SimulatedCity(plan).write(folder.resolve("b"), engine, Progress.NONE);
            new SimulatedCity(other).write(folder.resolve("c"), engine, Progress.NONE);
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly(
                            "green_tripdata_2025-01.parquet",
                            "green_tripdata_2025-02.parquet",
                            "green_tripdata_2025-03.parquet");
            for (Path file : files) {
                Path twin = folder.resolve("b").resolve(file.getFileName());
                assertThat(Files.mismatch(file, twin)).isEqualTo(-1);
                assertThat(Files.mismatch(file, folder.resolve("c").resolve(file.getFileName())))
                        .isNotEqualTo(-1);
            }
        }
    }

    @Test
    void everyFaultOfTheRealFilesIsThere() {
        Columns rows = new SimulatedCity(CityPlan.USUAL).rows(MARCH);
        Window month = Window.of(MARCH);
        assertThat(rows.size()).isEqualTo(20_000);
        assertThat(share(rows, row -> !month.contains(at(rows, row)))).isBetween(0.00005, 0.002);
        assertThat(share(
                        rows,
                        row -> at(rows, row) < Window.of(YearMonth.of(2010, 1)).start()))
                .isPositive();
        assertThat(share(rows, row -> minutes(rows, row) <= 0)).isBetween(0.0003, 0.003);
        assertThat(share(rows, row -> minutes(rows, row) < 1)).isBetween(0.01, 0.03);
        assertThat(share(rows, row -> minutes(rows, row) > 60)).isBetween(0.01, 0.06);
        assertThat(share(rows, row -> number(rows, "fare_amount", row) < 0)).isBetween(0.0005, 0.004);
        assertThat(share(rows, row -> number(rows, "trip_distance", row) > 100)).isBetween(0.0003, 0.003);
        assertThat(share(rows, row -> number(rows, "trip_distance", row) <= 0)).isBetween(0.02, 0.06);
        assertThat(share(rows, row -> zone(rows, "PULocationID", row) >= 264 || zone(rows, "DOLocationID", row) >= 264))
                .isBetween(0.005, 0.02);
        assertThat(share(rows, row -> rows.isNull(column(rows, "ehail_fee"), row)))
                .isEqualTo(1);
    }

    @Test
    void theMetersFieldsAreMissingTogetherAndTheseTripsAreLongerAndInWholeMinutes() {
        for (World world : World.values()) {
            Columns rows = new SimulatedCity(CityPlan.USUAL.in(world)).rows(MARCH);
            for (String column :
                    List.of("store_and_fwd_flag", "RatecodeID", "payment_type", "trip_type", "congestion_surcharge")) {
                assertThat(share(rows, row -> rows.isNull(column(rows, column), row) != missing(rows, row)))
                        .isZero();
            }
            assertThat(share(rows, row -> missing(rows, row))).as(world.name()).isBetween(0.40, 0.55);
            assertThat(share(rows, row -> missing(rows, row) && at(rows, row) % 60_000_000 != 0))
                    .isZero();
            double longer = mean(rows, true) - mean(rows, false);
            assertThat(longer).as(world.name()).isPositive();
        }
    }

    private interface Check {
        boolean holds(int row);
    }

    private static double share(Columns rows, Check test) {
        return (double) IntStream.range(0, rows.size()).filter(test::holds).count() / rows.size();
    }

    private static double mean(Columns rows, boolean missing) {
        return IntStream.range(0, rows.size())
                .filter(row -> missing(rows, row) == missing && Cities.labelled(rows, row))
                .mapToDouble(row -> minutes(rows, row))
                .average()
                .orElseThrow();
    }

    private static boolean missing(Columns rows, int row) {
        return rows.isNull(column(rows, "passenger_count"), row);
    }

    private static double minutes(Columns rows, int row) {
        return Cities.minutes(rows, row);
    }

    private static long at(Columns rows, int row) {
        return rows.integer(column(rows, "lpep_pickup_datetime"), row);
    }

    private static long zone(Columns rows, String column, int row) {
        return rows.integer(column(rows, column), row);
    }

    private static double number(Columns rows, String column, int row) {
        return rows.number(column(rows, column), row);
    }

    private static int column(Columns rows, String name) {
        return rows.schema().index(name);
    }
}

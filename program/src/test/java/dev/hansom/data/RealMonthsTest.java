package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hansom.base.Progress;
import dev.hansom.project.Field;
import dev.hansom.project.Moment;
import dev.hansom.project.Project;
import dev.hansom.project.Target;
import dev.hansom.score.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Oracle: the counts that DuckDB 2.0 gives for the TLC's own files of green trips.
class RealMonthsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void theFilesAreThere() {
        boolean there = System.getenv("HANSOM_TAXI") != null;
        assertThat(there || !"true".equals(System.getenv("CI")))
                .as("HANSOM_TAXI names the folder of the real months in CI")
                .isTrue();
        assumeTrue(there, "HANSOM_TAXI names the folder of the real months");
    }

    @Test
    void everyRowOfTheRealMonthsIsAccountedFor() {
        Path taxi = Path.of(System.getenv("HANSOM_TAXI"));
        Project project = project(taxi);
        try (Engine engine = Engine.open(Engine.Settings.in(folder))) {
            Dataset dataset = new DatasetReader(engine).read(project, Progress.NONE);
            expect(dataset.part("2021-01"), 76_518, 3, 2_609, 73_906);
            expect(dataset.part("2021-02"), 64_572, 2, 2_650, 61_920);
            expect(dataset.part("2021-03"), 83_827, 0, 3_455, 80_372);
            assertThat(dataset.accounting().lossy()).isEmpty();
            assertThat(Duplicates.within(dataset.rows(), dataset.fields())).isZero();
        }
    }

    private static void expect(Part part, long read, long outside, long unlabelled, long kept) {
        Accounting accounting = part.labelledAccounting();
        assertThat(accounting.read()).isEqualTo(read);
        assertThat(accounting.dropped(Accounting.OUTSIDE_PERIOD)).isEqualTo(outside);
        assertThat(accounting.dropped(Accounting.KEEP_LABELLED)).isEqualTo(unlabelled);
        assertThat(accounting.kept()).isEqualTo(kept).isEqualTo(part.labelled().size());
        assertThat(part.accounting().dropped()).isEqualTo(outside == 0 ? Map.of() : Map.of("outside_period", outside));
    }

    private static Project project(Path taxi) {
        Moment request = Trips.REQUEST;
        Moment dropoff = Trips.DROPOFF;
        List<Field> fields = List.of(
                Trips.field("at", "lpep_pickup_datetime", Type.TIMESTAMP, request),
                Trips.field("dropoff", "lpep_dropoff_datetime", Type.TIMESTAMP, dropoff),
                Trips.field("pu", "PULocationID", Type.INT64, request),
                Trips.field("do", "DOLocationID", Type.INT64, request),
                Trips.field("passengers", "passenger_count", Type.INT64, request),
                Trips.field("miles", "trip_distance", Type.DOUBLE, dropoff),
                Trips.field("fare", "fare_amount", Type.DOUBLE, dropoff),
                Trips.field("total", "total_amount", Type.DOUBLE, dropoff),
                Trips.field("ehail", "ehail_fee", Type.DOUBLE, dropoff));
        Target target = new Target("minutes", "date_diff('second', at, dropoff) / 60.0", "min");
        return Trips.project(taxi, fields, target, "true", "minutes BETWEEN 1 AND 60", new String[] {
            "green_tripdata_2021-0[123].parquet"
        });
    }
}

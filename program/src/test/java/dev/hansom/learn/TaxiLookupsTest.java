package dev.hansom.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.TaxiMonths;
import dev.hansom.base.Progress;
import dev.hansom.data.Dataset;
import dev.hansom.data.DatasetReader;
import dev.hansom.data.Engine;
import dev.hansom.example.Templates;
import dev.hansom.project.Project;
import dev.hansom.project.ProjectReader;
import dev.hansom.score.Columns;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.feature.BoundLookup;
import dev.hansom.score.feature.Lookup;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lookups learned from a real January, against an implementation of the same definitions in Python (numpy 2.4,
/// pandas 3.1, `python/oracles/taxi_lookups.py`), whose values for four February trips stand here.
class TaxiLookupsTest {
    private static final String[] NAMES = {
        "pair_minutes", "hour_factor", "route_miles", "pace", "route_factor", "pair_spread"
    };
    private static final double[][] ORACLE = {
        {10.452670, 0.816215, 1.826251, 4.392153, 1.014455, 25.388435},
        {6.774056, 0.966987, 1.463105, 3.806185, 0.910483, 12.766592},
        {13.299956, 0.966987, 3.235369, 3.935270, 0.886969, 30.843376},
        {30.154141, 0.857045, 12.730318, 2.251394, 0.973298, 38.541157},
    };

    @TempDir
    Path folder;

    @Test
    void lookupsLearnWhatAnotherImplementationLearns() {
        Path months = TaxiMonths.folder();
        Templates.copy("taxi", folder, Map.of("files", months + "/green_tripdata_2021-*.parquet", "source", "TLC"));
        Project project = ProjectReader.read(folder.resolve("hansom.yaml"));
        try (Engine engine = Engine.open(Engine.Settings.in(folder))) {
            Dataset january = new DatasetReader(engine)
                    .read(
                            project,
                            new DatasetReader(engine)
                                    .periods(project, Progress.NONE)
                                    .training(),
                            Progress.NONE);
            Rows rows = new Parts(project).rows(january.labelled());
            LookupFit fit = new LookupFit(rows, project.lookups());
            fit.learn(Parts.range(0, january.labelled().size()));
            compare(fit.lookups(), rows, project, trips(project));
        }
    }

    private static void compare(List<Lookup> lookups, Rows rows, Project project, Columns trips) {
        Scope scope = rows.scope();
        for (Lookup lookup : lookups) {
            scope = scope.with(lookup.name(), new BoundLookup(lookup, scope));
        }
        Map<String, Expression> compiled = new HashMap<>();
        for (String name : NAMES) {
            compiled.put(name, Expression.compile(name, scope));
        }
        for (int trip = 0; trip < ORACLE.length; trip++) {
            for (int i = 0; i < NAMES.length; i++) {
                assertThat(compiled.get(NAMES[i]).number(trips, trip))
                        .as("%s of trip %d", NAMES[i], trip + 1)
                        .isCloseTo(ORACLE[trip][i], within(2e-6));
            }
        }
        assertThat(Expression.compile(project.rule().expression(), scope).number(trips, 0))
                .isCloseTo(10.452670 * 0.816215, within(2e-5));
    }

    private static Columns trips(Project project) {
        Columns trips = new Columns(project.labelledSchema(), ORACLE.length);
        add(trips, "2021-02-01T00:04:00", 152, 244);
        add(trips, "2021-02-01T00:06:50", 130, 130);
        add(trips, "2021-02-01T00:18:43", 82, 223);
        add(trips, "2021-02-28T23:50:57", 130, 78);
        return trips;
    }

    private static void add(Columns trips, String at, long from, long to) {
        int row = trips.append();
        trips.set(
                trips.schema().index("lpep_pickup_datetime"),
                row,
                dev.hansom.data.Window.micros(java.time.LocalDateTime.parse(at)));
        trips.set(trips.schema().index("PULocationID"), row, from);
        trips.set(trips.schema().index("DOLocationID"), row, to);
    }
}

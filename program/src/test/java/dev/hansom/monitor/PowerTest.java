package dev.hansom.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Progress;
import dev.hansom.score.Columns;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many percent of the weekly windows of a broken town are red, and red or amber, at least: by the fault and by the
/// rows a day; fixed seeds.
class PowerTest {
    private static final int TOWNS = 4;

    private enum Fault {
        KILOMETRES((rows, row) -> rows.set(2, row, rows.number(2, row) * 1.609344)),
        A_TENTH_LONGER((rows, row) -> rows.set(2, row, rows.number(2, row) * 1.1)),
        A_FIFTH_LONGER((rows, row) -> rows.set(2, row, rows.number(2, row) * 1.2)),
        ZONE_GONE((rows, row) -> rows.setNull(1, row)),
        A_TENTH_OF_ZONES_GONE((rows, row) -> {
            if (row % 10 == 0) {
                rows.setNull(1, row);
            }
        }),
        CLOCK_OFF_BY_FIVE_HOURS((rows, row) -> {
            if (rows.integer(0, row) % Days.MICROS > 12 * 3_600_000_000L) {
                rows.set(0, row, rows.integer(0, row) - 5 * 3_600_000_000L);
            }
        }),
        ZONES_OF_ANOTHER_MAP((rows, row) -> rows.set(1, row, 1000 + rows.integer(1, row))),
        STALE_FLAG((rows, row) -> rows.set(3, row, "N"));

        private final ObjIntConsumer<Columns> damage;

        Fault(ObjIntConsumer<Columns> damage) {
            this.damage = damage;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "KILOMETRES, 30, 25, 25",
        "KILOMETRES, 150, 95, 95",
        "KILOMETRES, 700, 100, 100",
        "A_FIFTH_LONGER, 150, 0, 20",
        "A_FIFTH_LONGER, 700, 0, 95",
        "A_TENTH_LONGER, 1500, 0, 0",
        "ZONE_GONE, 5, 100, 100",
        "ZONE_GONE, 30, 100, 100",
        "A_TENTH_OF_ZONES_GONE, 30, 0, 95",
        "CLOCK_OFF_BY_FIVE_HOURS, 30, 95, 95",
        "ZONES_OF_ANOTHER_MAP, 30, 100, 100",
        "STALE_FLAG, 30, 95, 95"
    })
    void aFaultIsSeenWhereTheRowsAllowIt(Fault fault, int rowsADay, int red, int seen) {
        int windows = 0;
        int reds = 0;
        int found = 0;
        for (int seed = 0; seed < TOWNS; seed++) {
            Town town = new Town(77L * rowsADay + seed, rowsADay);
            Baseline baseline = Town.baseline(town.rows(Town.JANUARY, 31));
            Columns live = town.rows(Town.MARCH, 28);
            for (int row = 0; row < live.size(); row++) {
                fault.damage.accept(live, row);
            }
            MonitorResult result =
                    new Watching(Town.PROJECT).watch(baseline, town.traffic(live), Expected.UNKNOWN, Progress.NONE);
            for (WatchedWindow window : result.windows()) {
                windows++;
                reds += window.status() == Status.RED ? 1 : 0;
                found += window.status() != Status.GREEN ? 1 : 0;
            }
        }
        assertThat(100 * reds / windows).isGreaterThanOrEqualTo(red);
        assertThat(100 * found / windows).isGreaterThanOrEqualTo(seen);
    }
}

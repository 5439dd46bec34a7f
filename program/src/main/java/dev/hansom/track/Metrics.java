package dev.hansom.track;

import dev.hansom.store.Rows;
import dev.hansom.store.Store;
import dev.hansom.store.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The numbers that runs reported, and the latest of each name: greatest step, then instant, then value.
final class Metrics {
    private static final String COLUMNS = "name, step, recorded_at, value, is_nan";

    private final Store store;

    Metrics(Store store) {
        this.store = store;
    }

    void report(Transaction transaction, String runId, List<RunMetric> reported) {
        for (RunMetric metric : reported) {
            insert(
                    transaction,
                    "insert into metrics (run_id, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?)",
                    runId,
                    metric);
            insert(transaction, """
                    insert into latest_metrics (run_id, %s) values (?, ?, ?, ?, ?, ?)
                    on conflict (run_id, name) do update set
                        step = excluded.step, recorded_at = excluded.recorded_at,
                        value = excluded.value, is_nan = excluded.is_nan
                    where excluded.step > latest_metrics.step
                        or excluded.step = latest_metrics.step and excluded.recorded_at > latest_metrics.recorded_at
                        or excluded.step = latest_metrics.step and excluded.recorded_at = latest_metrics.recorded_at
                            and (latest_metrics.is_nan = 1 or excluded.value > latest_metrics.value)
                    """.formatted(COLUMNS), runId, metric);
        }
    }

    List<RunMetric> history(String runId, String name) {
        return store.read(transaction -> transaction.query(
                "select " + COLUMNS + " from metrics where run_id = ? and name = ? order by step, recorded_at, value",
                Metrics::metric,
                runId,
                name));
    }

    Map<String, RunMetric> latest(Transaction transaction, String runId) {
        Map<String, RunMetric> latest = new LinkedHashMap<>();
        transaction.each(
                "select " + COLUMNS + " from latest_metrics where run_id = ? order by name",
                row -> latest.put(row.text("name"), metric(row)),
                runId);
        return latest;
    }

    private static void insert(Transaction transaction, String sql, String runId, RunMetric metric) {
        boolean isNan = Double.isNaN(metric.value());
        transaction.execute(
                sql, runId, metric.name(), metric.step(), metric.at(), isNan ? null : metric.value(), isNan);
    }

    private static RunMetric metric(Rows row) {
        return new RunMetric(row.text("name"), row.real("value"), row.whole("step"), row.instant("recorded_at"));
    }
}

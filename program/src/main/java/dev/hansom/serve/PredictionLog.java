package dev.hansom.serve;

import dev.hansom.base.Json;
import dev.hansom.score.Columns;
import dev.hansom.score.Signature;
import dev.hansom.store.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// What was said to whom: every answered row as one JSON line, on its way to the event log of its project.
///
/// Never blocks who answers: what does not fit into memory is dropped and counted.
/// Shape: `id`, `answered_at` and `at` (microseconds, the latter wall clock), `source`, `reason`, `prediction`,
/// `version`, `rule_version`, `rule`, `model_version`, `model`, where a shadow stands beside a model
/// `shadow_version` and `shadow`, `clamped` (true) where the prediction was brought into the range that is promised,
/// and `fields` as they came (times in microseconds, dates in days). A line with `lost` only tells how many rows before
/// it were answered and are not in the log.
/// Threads: safe for many threads.
public final class PredictionLog implements AutoCloseable {
    /// The kind in the names of segments.
    public static final String KIND = "predictions";

    private static final Json NULL = Json.none();

    private final EventQueues queues;

    /// `logs` opens the event log of a project; at most `limit` rows wait for one.
    public PredictionLog(Function<String, EventLog> logs, int limit) {
        this.queues = new EventQueues(KIND, logs, limit, counts -> counts.dropped() + counts.failed());
    }

    /// Takes the rows of a request, all or none; whether it did.
    public boolean offer(Answered answered) {
        return queues.offer(answered.by().project(), new Rows(answered));
    }

    /// What became of the rows so far.
    public EventCounts counts() {
        return queues.counts();
    }

    /// Waits until all that was taken so far is written and synced; whether it was in time.
    public boolean flush(Duration atMost) {
        return queues.flush(atMost);
    }

    /// Writes what is there and takes no more.
    @Override
    public void close() {
        queues.close();
    }

    private record Rows(Answered answered) implements EventQueue.Events {
        @Override
        public int count() {
            return answered.served().size();
        }

        @Override
        public void lines(Consumer<String> to) {
            Versions versions = Versions.of(answered.by());
            Signature signature = answered.by().signature().orElseThrow();
            int at = answered.rows().schema().index(signature.time());
            Json now = signature.time().isEmpty() ? wallClock(signature) : NULL;
            for (int row = 0; row < count(); row++) {
                to.accept(new Json.Members(line(versions, at < 0 ? now : value(answered.rows(), at, row), row)).text());
            }
        }

        /// When it was answered, on the wall clock of the project: what rows without a time are about.
        private Json wallClock(Signature signature) {
            Instant instant = Instant.EPOCH.plus(answered.answeredAt(), ChronoUnit.MICROS);
            LocalDateTime wall = LocalDateTime.ofInstant(instant, ZoneId.of(signature.zone()));
            return new Json.Whole(ChronoUnit.MICROS.between(Instant.EPOCH, wall.toInstant(ZoneOffset.UTC)));
        }

        private Map<String, Json> line(Versions versions, Json at, int row) {
            Served served = answered.served().get(row);
            Map<String, Json> line = new LinkedHashMap<>();
            line.put("id", new Json.Text(served.id()));
            line.put("answered_at", new Json.Whole(answered.answeredAt()));
            line.put("at", at);
            line.put("source", new Json.Text(served.source().slug()));
            line.put("reason", new Json.Text(served.reason().slug()));
            line.put("prediction", number(served.prediction()));
            line.put("version", version(versions.of(served)));
            line.put("rule_version", version(versions.rule()));
            line.put("rule", number(served.rule()));
            line.put("model_version", version(versions.model()));
            line.put("model", number(served.model()));
            if (versions.shadow() > 0) {
                line.put("shadow_version", version(versions.shadow()));
                line.put("shadow", number(served.shadow()));
            }
            if (served.clamped()) {
                line.put("clamped", new Json.Bool(true));
            }
            line.put("fields", fields(row));
            return line;
        }

        private Json fields(int row) {
            Columns rows = answered.rows();
            Map<String, Json> fields = new LinkedHashMap<>();
            for (int column = 0; column < rows.schema().size(); column++) {
                fields.put(rows.schema().name(column), value(rows, column, row));
            }
            return new Json.Members(fields);
        }

        private static Json value(Columns rows, int column, int row) {
            if (rows.isNull(column, row)) {
                return NULL;
            }
            return switch (rows.schema().type(column)) {
                case DOUBLE -> new Json.Real(rows.number(column, row));
                case STRING -> new Json.Text(String.valueOf(rows.text(column, row)));
                case INT64, TIMESTAMP, DATE -> new Json.Whole(rows.integer(column, row));
                case BOOLEAN -> new Json.Bool(rows.integer(column, row) != 0);
            };
        }

        private static Json number(double value) {
            return Double.isNaN(value) ? NULL : new Json.Real(value);
        }

        private static Json version(int version) {
            return version == 0 ? NULL : new Json.Whole(version);
        }
    }

    /// The versions behind one request; 0 where there is none. `model` is the champion where it is a model, else the
    /// shadow; `shadow` is set beside a model only.
    private record Versions(int champion, int rule, int model, int shadow) {
        static Versions of(Answering by) {
            int shadow =
                    by.deployment().shadow().map(Deployment.Wanted::version).orElse(0);
            return by.ruleIsChampion()
                    ? new Versions(by.version(), by.ruleVersion(), shadow, 0)
                    : new Versions(by.version(), by.ruleVersion(), by.version(), shadow);
        }

        int of(Served served) {
            return served.source() == Source.MODEL || served.reason() == Reason.CHAMPION_IS_RULE ? champion : rule;
        }
    }
}

package dev.hansom.serve;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Json;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.store.EventLog;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// What turned out, as it comes: late, repeated, for ids that nobody knows. All of it is kept; who reads decides.
///
/// Shape: `id`, `value`, `observed_at`, `received_at` (microseconds since the epoch), a JSON line each.
/// Threads: safe for many threads.
public final class Truths implements AutoCloseable {
    /// The kind in the names of segments.
    public static final String KIND = "truths";

    private final EventQueues queues;

    /// `logs` opens the event log of a project; at most `limit` truths wait for one.
    public Truths(Function<String, EventLog> logs, int limit) {
        // Whoever sends a truth that does not fit is told so and sends it again.
        this.queues = new EventQueues(KIND, logs, limit, _ -> 0);
    }

    /// Takes the truths into the logs of the projects whose predictions they are, among `projects`; a truth of none of
    /// them goes into all, because it cannot be told where it would be missed.
    /// Errors: `SERVER_BUSY` where a queue is full; sending all of them again does no harm.
    public void accept(List<Truth> truths, List<String> projects) {
        Map<String, List<Truth>> parts = new TreeMap<>();
        for (Truth truth : truths) {
            int tag = PredictionIds.tagOf(truth.id());
            List<String> owners = projects.stream()
                    .filter(project -> PredictionIds.tag(project) == tag)
                    .toList();
            for (String owner : owners.isEmpty() ? projects : owners) {
                parts.computeIfAbsent(owner, _ -> new java.util.ArrayList<>()).add(truth);
            }
        }
        parts.forEach((project, part) -> {
            if (!queues.offer(project, new Lines(part))) {
                throw new ProblemException(
                        Problem.of(ErrorCode.SERVER_BUSY, "truths", "too many truths are waiting to be written")
                                .next("send the same again a little later"));
            }
        });
    }

    /// What became of the truths so far.
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

    private record Lines(List<Truth> truths) implements EventQueue.Events {
        @Override
        public int count() {
            return truths.size();
        }

        @Override
        public void lines(Consumer<String> to) {
            for (Truth truth : truths) {
                Map<String, Json> line = new LinkedHashMap<>();
                line.put("id", new Json.Text(truth.id()));
                line.put("value", new Json.Real(truth.value()));
                line.put("observed_at", new Json.Whole(truth.observedAt()));
                line.put("received_at", new Json.Whole(truth.receivedAt()));
                to.accept(new Json.Members(line).text());
            }
        }
    }
}

package dev.hansom.serve;

import dev.hansom.store.EventLog;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// A queue a project for one kind of events, opened when the first event comes.
///
/// Threads: safe for many threads.
final class EventQueues implements AutoCloseable {
    private final String kind;
    private final Function<String, EventLog> logs;
    private final int limit;
    private final ToLongFunction<EventCounts> lost;
    private final Map<String, EventQueue> queues = new ConcurrentHashMap<>();

    /// `logs` opens the log of a project; `limit` is the most events that wait for one; `lost` is what a log itself
    /// tells is missing.
    EventQueues(String kind, Function<String, EventLog> logs, int limit, ToLongFunction<EventCounts> lost) {
        this.kind = kind;
        this.logs = logs;
        this.limit = limit;
        this.lost = lost;
    }

    boolean offer(String project, EventQueue.Events events) {
        return queues.computeIfAbsent(
                        project, name -> new EventQueue(kind + " of " + name, logs.apply(name), limit, lost))
                .offer(events);
    }

    EventCounts counts() {
        return queues.values().stream().map(EventQueue::counts).reduce(EventCounts.NONE, EventCounts::plus);
    }

    boolean flush(Duration atMost) {
        boolean flushed = true;
        for (EventQueue queue : queues.values()) {
            flushed &= queue.flush(atMost);
        }
        return flushed;
    }

    @Override
    public void close() {
        queues.values().forEach(EventQueue::close);
    }
}

package dev.hansom.serve;

/// What became of the events of a log since the server started: taken, written, dropped because the queue was full,
/// refused by the log, and still waiting. accepted = written + failed + queued.
public record EventCounts(long accepted, long written, long dropped, long failed, long queued) {
    /// No events yet.
    public static final EventCounts NONE = new EventCounts(0, 0, 0, 0, 0);

    /// Both together.
    public EventCounts plus(EventCounts other) {
        return new EventCounts(
                accepted + other.accepted,
                written + other.written,
                dropped + other.dropped,
                failed + other.failed,
                queued + other.queued);
    }
}

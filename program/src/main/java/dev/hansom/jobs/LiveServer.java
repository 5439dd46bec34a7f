package dev.hansom.jobs;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.serve.EventCounts;
import dev.hansom.serve.Truth;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A running server as a replay sees it; whoever starts the job brings the client of a protocol.
public interface LiveServer {
    /// The id of a prediction, and whether the `model` or the `rule` answered.
    record Answer(String id, String source) {}

    /// The answers for rows `from` to `to` (the end left out), of which only the columns of `asked` are sent.
    List<Answer> infer(String project, Schema asked, Columns rows, int from, int to);

    /// Tells truths; how many were taken.
    long tell(List<Truth> truths);

    /// What became of `predictions` and `truths` since the server started.
    Map<String, EventCounts> log();

    /// Waits until everything taken is written; whether it was in time.
    boolean awaitFlushed(Duration atMost);
}

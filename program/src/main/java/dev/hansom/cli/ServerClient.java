package dev.hansom.cli;

import dev.hansom.jobs.LiveServer;
import dev.hansom.oip.OipClient;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.serve.EventCounts;
import dev.hansom.serve.Truth;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A running server behind the client of its protocol.
record ServerClient(OipClient client) implements LiveServer {
    @Override
    public List<Answer> infer(String project, Schema asked, Columns rows, int from, int to) {
        return client.infer(project, asked, rows, from, to).rows().stream()
                .map(one -> new Answer(one.id(), one.source()))
                .toList();
    }

    @Override
    public long tell(List<Truth> truths) {
        return client.tell(truths);
    }

    @Override
    public Map<String, EventCounts> log() {
        return client.log();
    }

    @Override
    public boolean awaitFlushed(Duration atMost) {
        try {
            return client.awaitFlushed(atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

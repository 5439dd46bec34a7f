package dev.hansom.serve;

import dev.hansom.score.Columns;
import java.util.List;

/// What was said to one request: by whom, when (microseconds since the epoch), about which rows, and a [Served] each.
public record Answered(Answering by, long answeredAt, Columns rows, List<Served> served) {
    public Answered {
        served = List.copyOf(served);
    }

    /// How many of the answers were brought into the range that their model promises.
    public long clamped() {
        return served.stream().filter(Served::clamped).count();
    }
}

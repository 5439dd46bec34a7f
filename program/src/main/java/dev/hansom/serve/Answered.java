package dev.hansom.serve;

import dev.hansom.score.Columns;
import java.util.List;

/// What was said to one request: by whom, when (microseconds since the epoch), about which rows, a [Served] each, and
/// how
/// many of the answers were brought into the range that their model promises.
public record Answered(Answering by, long answeredAt, Columns rows, List<Served> served, int clamped) {
    public Answered {
        served = List.copyOf(served);
    }
}

package dev.hansom.serve;

import dev.hansom.score.Columns;
import java.util.List;

/// What was said to one request: by whom, when (microseconds since the epoch), about which rows, a [Served] each.
public record Answered(Answering by, long answeredAt, Columns rows, List<Served> served) {
    public Answered {
        served = List.copyOf(served);
    }
}

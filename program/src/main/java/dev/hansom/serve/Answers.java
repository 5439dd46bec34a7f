package dev.hansom.serve;

import dev.hansom.score.Columns;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Answers rows: by the champion, and by the rule where the champion is one or cannot. The rule always answers too, as
/// the yardstick; the shadow answers for the log only. Every row that was answered goes to `log`.
///
/// Threads: safe for many threads.
public final class Answers {
    private final PredictionIds ids;
    private final Clock clock;
    private final Consumer<Answered> log;

    /// Answers with these ids and times, telling `log` of each request; `log` must not block.
    public Answers(PredictionIds ids, Clock clock, Consumer<Answered> log) {
        this.ids = ids;
        this.clock = clock;
        this.log = log;
    }

    /// Answers all rows, whose schema is `by.asked().schema()`. Errors: `NOTHING_ANSWERS` where neither champion nor
    /// rule can.
    public Answered answer(Answering by, Columns rows) {
        if (!by.canAnswer()) {
            throw Deployments.nothingAnswers(by);
        }
        Opinions opinions = new Opinions(by, rows);
        String[] fresh = ids.take(by.project(), rows.size());
        List<Served> served = new ArrayList<>(rows.size());
        for (int row = 0; row < fresh.length; row++) {
            served.add(opinions.served(fresh[row], row));
        }
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        Answered answered = new Answered(by, now, rows, served);
        log.accept(answered);
        return answered;
    }
}

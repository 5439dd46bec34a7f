package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.data.Period;
import dev.hansom.data.Unsifted;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.serve.EventCounts;
import dev.hansom.serve.Truth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/// Sends the live months to a server as traffic, in order of time, and tells each truth when it would have been known.
/// All rows of the months are sent; what `keep` thinks of them is for the server to judge.
///
/// Paced by the server's own log, so that nothing is dropped; returns when the server has written everything.
public final class ReplayJob {
    private static final long SLOT_MICROS = Duration.ofHours(1).toNanos() / 1_000;
    private static final int MOST_ROWS = 512;
    private static final long MOST_QUEUED = 4_096;
    /// What the next rows would meet as well.
    private static final Set<ErrorCode> HOPELESS =
            EnumSet.of(ErrorCode.SERVER_UNREACHABLE, ErrorCode.NOT_FOUND, ErrorCode.ACCESS_DENIED);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Desk desk;
    private final LiveServer server;

    private long model;
    private long rule;
    private long errors;
    private long told;
    private final PriorityQueue<Truth> waiting = new PriorityQueue<>(Comparator.comparingLong(Truth::observedAt));

    public ReplayJob(Desk desk, LiveServer server) {
        this.desk = desk;
        this.server = server;
    }

    /// The replay of the live months of the project in `file`.
    public Outcome.Replayed run(Path file) {
        try (Study study = Study.open(desk, file)) {
            if (study.periods().live().isEmpty()) {
                throw new ProblemException(
                        Problem.of(ErrorCode.DATA_TOO_SMALL, file.toString(), "there is no live part")
                                .next("set data.live to more than 0"));
            }
            Unsifted live = study.unsifted(study.periods().live());
            long began = desk.clock().millis();
            long droppedBefore = dropped(server.log());
            send(study, live.rows());
            flush();
            return new Outcome.Replayed(
                    Period.name(study.periods().live()),
                    live.rows().size(),
                    model,
                    rule,
                    errors,
                    told,
                    dropped(server.log()) - droppedBefore,
                    live.accounting(),
                    (desk.clock().millis() - began) / 1e3);
        }
    }

    private void send(Study study, Columns rows) {
        TruthTimes times = new TruthTimes(study.project(), desk.clock());
        int time = study.timeColumn();
        desk.progress().begin("replaying " + Period.name(study.periods().live()), rows.size(), "rows");
        for (int from = 0; from < rows.size(); ) {
            long slotEnd = rows.integer(time, from) + SLOT_MICROS;
            int to = from;
            while (to < rows.size() && to - from < MOST_ROWS && rows.integer(time, to) < slotEnd) {
                to++;
            }
            ask(study.project(), rows, from, to, times);
            tell(study.project().timed() ? times.instant(rows.integer(time, to - 1)) : Long.MAX_VALUE);
            pace();
            desk.progress().at(to);
            from = to;
        }
        tell(Long.MAX_VALUE);
        desk.progress().end();
    }

    private void ask(Project project, Columns rows, int from, int to, TruthTimes times) {
        try {
            List<LiveServer.Answer> answers = server.infer(project.name(), project.askedSchema(), rows, from, to);
            for (int i = 0; i < answers.size(); i++) {
                LiveServer.Answer answer = answers.get(i);
                if (answer.source().equals("model")) {
                    model++;
                } else {
                    rule++;
                }
                times.truth(answer.id(), rows, from + i).ifPresent(waiting::add);
            }
        } catch (ProblemException e) {
            if (HOPELESS.contains(e.problems().getFirst().code())) {
                throw e;
            }
            errors += to - from;
        }
    }

    /// Tells every truth that was known by `now`, in microseconds since the epoch.
    private void tell(long now) {
        List<Truth> known = new ArrayList<>();
        while (!waiting.isEmpty() && waiting.peek().observedAt() <= now) {
            known.add(waiting.poll());
            if (known.size() == MOST_ROWS) {
                told += server.tell(known);
                known.clear();
                pace();
            }
        }
        if (!known.isEmpty()) {
            told += server.tell(known);
        }
    }

    private void pace() {
        if (server.log().values().stream().anyMatch(counts -> counts.queued() > MOST_QUEUED)) {
            flush();
        }
    }

    private void flush() {
        if (!server.awaitFlushed(PATIENCE)) {
            throw new ProblemException(
                    Problem.of(ErrorCode.SERVER_UNREACHABLE, "replay", "the server does not write its log")
                            .expected("everything written within " + PATIENCE.toSeconds() + " s")
                            .next("look at the space and the rights of the home's folder logs"));
        }
    }

    private static long dropped(Map<String, EventCounts> log) {
        return log.values().stream()
                .mapToLong(counts -> counts.dropped() + counts.failed())
                .sum();
    }
}

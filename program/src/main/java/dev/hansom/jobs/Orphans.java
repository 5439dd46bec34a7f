package dev.hansom.jobs;

import dev.hansom.track.Run;
import dev.hansom.track.RunStatus;
import java.time.Instant;
import java.util.Optional;

/// Runs whose process died before it could end them: by a power cut, by kill -9. They end as failed as soon as somebody
/// looks.
///
/// A run names its process by id and start, so that another process with the same id is not mistaken for it.
final class Orphans {
    /// The tag of a run that names its process.
    static final String PROCESS = "hansom.process";

    private static final int RECENT = 1_000;

    private Orphans() {}

    /// This process, as [#PROCESS] has it.
    static String thisProcess() {
        return name(ProcessHandle.current());
    }

    /// Ends the orphans among the newest runs of an experiment.
    static void settle(Memory memory, long experiment) {
        memory.runs().list(experiment, RECENT).stream()
                .filter(run -> run.status() == RunStatus.RUNNING && isOrphan(run))
                .forEach(run -> {
                    memory.runs().tag(run.id(), RunsJob.DIED, "its process ended before the run did");
                    memory.runs().finish(run.id(), RunStatus.FAILED);
                });
    }

    private static boolean isOrphan(Run run) {
        String process = run.tags().getOrDefault(PROCESS, "");
        return !process.isEmpty()
                && pid(process).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).stream()
                        .noneMatch(alive -> name(alive).equals(process));
    }

    private static Optional<Long> pid(String process) {
        String digits = process.split("@", 2)[0];
        return digits.matches("\\d{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    private static String name(ProcessHandle process) {
        return process.pid() + "@"
                + process.info().startInstant().map(Instant::toString).orElse("");
    }
}

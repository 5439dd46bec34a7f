package dev.hansom.cli;

import dev.hansom.Hansom;
import dev.hansom.base.Progress;
import dev.hansom.jobs.Desk;
import dev.hansom.jobs.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// What every command gets: the program, where to speak, and a memory of what the jobs of this process returned.
final class Entry {
    private final Hansom hansom;
    private final Console console;
    private final Interruption interruption;
    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    private volatile Pace pace = Pace.NONE;

    Entry(Hansom hansom, Console console, Interruption interruption) {
        this.hansom = hansom;
        this.console = console;
        this.interruption = interruption;
    }

    Console console() {
        return console;
    }

    /// Whether this process is told to end.
    boolean isStopping() {
        return interruption.isWanted();
    }

    /// A desk for work that shows no progress.
    Desk desk() {
        return hansom.work(Progress.NONE, desk -> desk);
    }

    /// Whether a job has returned what it did.
    boolean hasWorked() {
        return !outcomes.isEmpty();
    }

    /// How fast the newest job that is over read rows.
    Pace pace() {
        return pace;
    }

    /// Runs a job with progress on the console; Ctrl-C stops it at its next step.
    <T extends Outcome> T work(Function<Desk, T> job) {
        ConsoleProgress progress = new ConsoleProgress(console, interruption);
        try {
            T outcome = hansom.work(progress, job);
            if (isAnswerOnly(outcome)) {
                progress.goOn();
            }
            pace = progress.pace();
            outcomes.add(outcome);
            return outcome;
        } finally {
            progress.close();
        }
    }

    /// Whether nothing has changed by it: who wants to stop needs no answer either.
    private static boolean isAnswerOnly(Outcome outcome) {
        return outcome instanceof Outcome.Remembered
                || outcome instanceof Outcome.DataCards
                || outcome instanceof Outcome.Shown;
    }

    /// The newest answer of the gate.
    Optional<Outcome.Promoted> gated() {
        return outcomes.stream()
                .filter(Outcome.Promoted.class::isInstance)
                .map(Outcome.Promoted.class::cast)
                .filter(promoted -> !promoted.gate().questions().isEmpty())
                .reduce((first, second) -> second);
    }

    /// The newest outcome of a kind.
    <T extends Outcome> Optional<T> last(Class<T> kind) {
        List<Outcome> found = new ArrayList<>(outcomes);
        return found.reversed().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}

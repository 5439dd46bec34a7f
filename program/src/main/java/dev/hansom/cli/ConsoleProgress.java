package dev.hansom.cli;

import dev.hansom.base.Progress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/// Progress for a person: a bar with rate and time left on a terminal, for anything longer than a second; nothing at
/// all where nobody looks. Ctrl-C makes the next step of the work stop. How fast rows went by is counted in any case.
///
/// Threads: safe for many threads.
final class ConsoleProgress implements Progress {
    private static final String ROWS = "rows";
    private static final long SOON = Duration.ofSeconds(1).toNanos();

    private final Console console;
    private final Interruption interruption;
    private final Deque<Stage> stages = new ArrayDeque<>();
    private @Nullable ProgressBar bar;
    private Pace pace = Pace.NONE;

    ConsoleProgress(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    /// A stage of the work and how far it is.
    private record Stage(String what, long total, String unit, long began, long done) {
        Stage at(long steps) {
            return new Stage(what, total, unit, began, steps);
        }

        String text() {
            return what + " " + done + (total > 0 ? "/" + total : "") + " " + unit;
        }
    }

    @Override
    public synchronized void begin(String stage, long steps, String stepUnit) {
        goOn();
        stages.addLast(new Stage(stage, steps, stepUnit, System.nanoTime(), 0));
        show();
    }

    @Override
    public synchronized void at(long done) {
        goOn();
        if (!stages.isEmpty()) {
            stages.addLast(stages.removeLast().at(done));
            show();
        }
    }

    @Override
    public synchronized void end() {
        count(stages.pollLast());
        if (stages.isEmpty()) {
            close();
        } else {
            show();
        }
    }

    /// Ends all stages, whatever state they are in.
    synchronized void close() {
        stages.clear();
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    /// How many rows went by in which time, each time that they did.
    synchronized Pace pace() {
        return pace;
    }

    /// Goes on unless a person wants to stop. Errors: `CancellationException`.
    synchronized void goOn() {
        if (interruption.isWanted()) {
            close();
            throw new CancellationException("stopped");
        }
    }

    private void count(@Nullable Stage over) {
        if (over != null
                && over.unit().equals(ROWS)
                && stages.stream().noneMatch(outer -> outer.unit().equals(ROWS))) {
            pace = pace.and(over.done(), Duration.ofNanos(System.nanoTime() - over.began()));
        }
    }

    /// The bar is that of the outermost stage; the innermost one is told beside it.
    private void show() {
        Stage outer = stages.getFirst();
        if (bar == null && console.watched() && System.nanoTime() - outer.began() > SOON) {
            bar = open(outer);
        }
        if (bar != null) {
            bar.stepTo(outer.done());
            bar.setExtraMessage(stages.size() > 1 ? stages.getLast().text() : "");
        }
    }

    private ProgressBar open(Stage stage) {
        return new ProgressBarBuilder()
                .setTaskName(stage.what())
                .setInitialMax(stage.total() > 0 ? stage.total() : -1)
                .setRenderer(new BarLine(stage.unit()))
                .setConsumer(new me.tongfei.progressbar.ConsoleProgressBarConsumer(console.err()))
                .startsFrom(0, Duration.ofNanos(System.nanoTime() - stage.began()))
                .clearDisplayOnFinish()
                .build();
    }
}

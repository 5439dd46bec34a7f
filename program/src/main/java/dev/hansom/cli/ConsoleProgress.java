package dev.hansom.cli;

import dev.hansom.base.Progress;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Progress for a person: a bar with rate and time left on a terminal, for anything longer than a second; nothing at
/// all where nobody looks. Ctrl-C makes the next step of the work stop.
///
/// Threads: safe for many threads.
final class ConsoleProgress implements Progress {
    private static final long SOON = Duration.ofSeconds(1).toNanos();

    private final Console console;
    private final Interruption interruption;
    private @Nullable ProgressBar bar;
    private String what = "";
    private String unit = "";
    private long total;
    private long began;

    ConsoleProgress(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    @Override
    public synchronized void begin(String stage, long steps, String stepUnit) {
        end();
        goOn();
        what = stage;
        unit = stepUnit;
        total = steps;
        began = System.nanoTime();
    }

    @Override
    public synchronized void at(long done) {
        goOn();
        if (bar == null && console.watched() && System.nanoTime() - began > SOON) {
            bar = open();
        }
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public synchronized void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private void goOn() {
        if (interruption.isWanted()) {
            end();
            throw new CancellationException("stopped");
        }
    }

    private ProgressBar open() {
        return new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(total > 0 ? total : -1)
                .setUnit(" " + unit, 1)
                .showSpeed()
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new me.tongfei.progressbar.ConsoleProgressBarConsumer(console.err()))
                .startsFrom(0, Duration.ofNanos(System.nanoTime() - began))
                .clearDisplayOnFinish()
                .build();
    }
}

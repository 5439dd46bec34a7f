package dev.hansom.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C, or a polite kill: the work at hand stops at its next step, and the process waits until the command has left
/// everything whole and said so.
///
/// The system decides the exit code of a process that was stopped: 128 and the number of the signal.
/// Threads: safe for many.
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");

    private Interruption() {}

    /// Never wanted: for commands inside another program.
    static Interruption none() {
        return new Interruption();
    }

    /// Wanted when this process is told to end; close it when the command is over.
    static Interruption ofThisProcess() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /// Whether work should stop.
    boolean isWanted() {
        return wanted.getCount() == 0;
    }

    private void stop() {
        wanted.countDown();
        try {
            boolean whole = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!whole) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // The process is on its way out: the hook has done its work.
            over.countDown();
        }
    }
}

package dev.hansom.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C while a job runs: the job is told to stop, and the process waits for it to leave everything whole.
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(ConsoleProgress progress) {
        hook = new Thread(() -> stop(progress), "stop");
    }

    static Interruption of(ConsoleProgress progress) {
        Interruption interruption = new Interruption(progress);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void stop(ConsoleProgress progress) {
        progress.stop();
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

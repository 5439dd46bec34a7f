package dev.hansom.score.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// How much a thread takes from the heap to read bytes that are not to be believed.
final class Allocation {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long FREE = 2 << 20;

    private Allocation() {}

    /// Reads `bytes`, which refuses or gives anything, and takes at most `times` their length and 2 MiB for it; once
    /// more where it does not, since the first of all calls loads classes. Returns whether it was read.
    static boolean bounded(byte[] bytes, int times, String where, Runnable read) {
        long most = (long) times * bytes.length + FREE;
        long before = THREAD.getCurrentThreadAllocatedBytes();
        boolean answers = answers(where, read);
        if (THREAD.getCurrentThreadAllocatedBytes() - before > most) {
            before = THREAD.getCurrentThreadAllocatedBytes();
            answers(where, read);
            assertThat(THREAD.getCurrentThreadAllocatedBytes() - before)
                    .as(where + ": bytes allocated")
                    .isLessThan(most);
        }
        return answers;
    }

    private static boolean answers(String where, Runnable read) {
        try {
            read.run();
            return true;
        } catch (ModelFormatException e) {
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                throw new AssertionError(where + ": refused without a word", e);
            }
            return false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(where + ": " + e, e);
        }
    }
}

package dev.hansom.serve;

import dev.hansom.store.EventLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Events on their way to an [EventLog]: bounded by rows, never blocking who offers, one thread that writes.
///
/// What does not fit is dropped and counted; what the log refuses is counted as failed. Nothing is lost silently:
/// accepted = written + failed + queued, and the log itself gets a line `{"lost":12}` for what is missing before it, as
/// soon as it can be written again.
/// Threads: safe for many threads.
final class EventQueue implements AutoCloseable {
    /// The member of a line that tells how many events are missing.
    static final String LOST = "lost";

    private static final Logger LOGGER = LoggerFactory.getLogger(EventQueue.class);
    private static final int BATCH_BYTES = 256 * 1024;
    private static final long SYNC_NANOS = TimeUnit.SECONDS.toNanos(1);

    /// Some events: how many, and what gives their lines (without line feeds) on the writing thread.
    interface Events {
        int count();

        void lines(Consumer<String> to);
    }

    private record Item(@Nullable Events events, @Nullable CompletableFuture<@Nullable Void> flushed) {}

    private final EventLog log;
    private final int limit;
    private final ToLongFunction<EventCounts> lost;
    private final LinkedBlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Thread writer;
    private volatile boolean closing;

    // Only the writing thread touches these.
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream(BATCH_BYTES * 2);
    private int batchRows;
    private boolean unsynced;
    private long syncedAt = System.nanoTime();
    private boolean complained;
    private long told;

    /// `lost` is what a reader of the log is told is missing.
    EventQueue(String name, EventLog log, int limit, ToLongFunction<EventCounts> lost) {
        this.log = log;
        this.limit = limit;
        this.lost = lost;
        this.writer = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /// Takes the events, all or none; whether they were taken.
    boolean offer(Events events) {
        int count = events.count();
        if (closing || queued.addAndGet(count) > limit) {
            if (!closing) {
                queued.addAndGet(-count);
            }
            dropped.addAndGet(count);
            return false;
        }
        accepted.addAndGet(count);
        items.add(new Item(events, null));
        return true;
    }

    EventCounts counts() {
        return new EventCounts(accepted.get(), written.get(), dropped.get(), failed.get(), Math.max(0, queued.get()));
    }

    /// Waits until all that was taken so far is written and synced; whether it was in time.
    boolean flush(Duration atMost) {
        CompletableFuture<@Nullable Void> flushed = new CompletableFuture<>();
        items.add(new Item(null, flushed));
        try {
            flushed.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Takes no more, writes what is there for at most ten seconds, and closes the log.
    @Override
    public void close() {
        closing = true;
        if (!flush(Duration.ofSeconds(10))) {
            LOGGER.warn("{}: {} events could not be written before the end", writer.getName(), queued.get());
        }
        items.add(new Item(null, null));
        try {
            writer.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (log) {
            for (boolean more = true; more; ) {
                Item item = items.poll(1, TimeUnit.SECONDS);
                more = item == null || take(item);
                if (items.isEmpty() || batch.size() >= BATCH_BYTES) {
                    write();
                    syncNowAndThen(item == null);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOGGER.warn("{}: the log could not be closed: {}", writer.getName(), e.toString());
        }
    }

    /// Whether more may come.
    private boolean take(Item item) {
        if (item.events() != null) {
            encode(item.events());
            return true;
        }
        if (item.flushed() == null) {
            return false;
        }
        write();
        sync();
        item.flushed().complete(null);
        return true;
    }

    private void encode(Events events) {
        int before = batch.size();
        try {
            events.lines(line -> {
                batch.writeBytes(line.getBytes(StandardCharsets.UTF_8));
                batch.write('\n');
            });
            batchRows += events.count();
        } catch (RuntimeException e) {
            byte[] good = batch.toByteArray();
            batch.reset();
            batch.write(good, 0, before);
            count(failed, events.count());
            complain(e);
        }
    }

    private void write() {
        long untold = lost.applyAsLong(counts()) - told;
        if (batchRows == 0 && untold == 0) {
            return;
        }
        if (untold > 0) {
            batch.writeBytes(("{\"" + LOST + "\":" + untold + "}\n").getBytes(StandardCharsets.UTF_8));
        }
        try {
            log.append(ByteBuffer.wrap(batch.toByteArray()));
            told += untold;
            unsynced = true;
            complained = false;
            count(written, batchRows);
        } catch (IOException | RuntimeException e) {
            count(failed, batchRows);
            complain(e);
        }
        batch.reset();
        batchRows = 0;
    }

    private void count(AtomicLong counter, int rows) {
        counter.addAndGet(rows);
        queued.addAndGet(-rows);
    }

    private void syncNowAndThen(boolean idle) {
        if (unsynced && (idle || System.nanoTime() - syncedAt >= SYNC_NANOS)) {
            sync();
        }
    }

    private void sync() {
        try {
            log.sync();
            unsynced = false;
        } catch (IOException | RuntimeException e) {
            complain(e);
        }
        syncedAt = System.nanoTime();
    }

    /// Says it once until something is written again.
    private void complain(Exception e) {
        if (!complained) {
            complained = true;
            LOGGER.warn("{}: events are lost, and counted as failed: {}", writer.getName(), e.toString());
        }
    }
}

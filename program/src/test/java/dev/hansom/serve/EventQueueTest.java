package dev.hansom.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.store.EventLog;
import dev.hansom.store.FolderEventLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventQueueTest {
    @TempDir
    Path folder;

    @Test
    void whatIsFlushedCanBeRead() throws IOException {
        try (EventQueue queue = new EventQueue("test", log(), 1_000, EventQueueTest::missing)) {
            for (int i = 0; i < 500; i++) {
                assertThat(queue.offer(lines("{\"i\":" + i + "}"))).isTrue();
            }
            assertThat(queue.flush(Duration.ofSeconds(5))).isTrue();
            assertThat(queue.counts()).isEqualTo(new EventCounts(500, 500, 0, 0, 0));
            assertThat(read()).hasSize(500).startsWith("{\"i\":0}").endsWith("{\"i\":499}");
        }
    }

    @Test
    void aStalledLogBlocksNobodyAndDropsAreCounted() throws Exception {
        CountDownLatch stalled = new CountDownLatch(1);
        Stalled log = new Stalled(stalled, log());
        EventQueue queue = new EventQueue("test", log, 100, EventQueueTest::missing);
        long began = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            queue.offer(lines("{}"));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        EventCounts counts = queue.counts();
        assertThat(counts.accepted() + counts.dropped()).isEqualTo(10_000);
        assertThat(counts.dropped()).isGreaterThanOrEqualTo(9_900 - 100);
        assertThat(counts.queued()).isLessThanOrEqualTo(100);
        stalled.countDown();
        queue.close();
        counts = queue.counts();
        assertThat(counts.written()).isEqualTo(counts.accepted());
        List<String> lines = read();
        assertThat(lines.stream().filter("{}"::equals)).hasSize((int) counts.written());
        assertThat(lines.stream()
                        .filter(line -> line.startsWith("{\"lost\":"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum())
                .as("the log itself tells what it misses")
                .isEqualTo(counts.dropped());
    }

    @Test
    void aLogThatRefusesIsCountedAndTriedAgain() throws Exception {
        boolean[] broken = {true};
        EventLog real = log();
        EventLog log = new EventLog() {
            @Override
            public void append(ByteBuffer lines) throws IOException {
                if (broken[0]) {
                    throw new IOException("no space left on device");
                }
                real.append(lines);
            }

            @Override
            public void sync() throws IOException {
                real.sync();
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
        try (EventQueue queue = new EventQueue("test", log, 100, EventQueueTest::missing)) {
            queue.offer(lines("{\"gone\":1}", "{\"gone\":2}"));
            queue.flush(Duration.ofSeconds(5));
            broken[0] = false;
            queue.offer(lines("{\"kept\":1}"));
            queue.flush(Duration.ofSeconds(5));
            assertThat(queue.counts()).isEqualTo(new EventCounts(3, 1, 0, 2, 0));
        }
        assertThat(read()).containsExactly("{\"kept\":1}", "{\"lost\":2}");
    }

    @Test
    void segmentsAreRolledBySize() throws Exception {
        FolderEventLog.Roll roll = new FolderEventLog.Roll(10, Duration.ofDays(1));
        try (EventLog log = new FolderEventLog(folder, "test", 7, Clock.systemUTC(), roll)) {
            for (int i = 0; i < 5; i++) {
                log.append(ByteBuffer.wrap("0123456789\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            }
        }
        assertThat(FolderEventLog.segments(folder, "test"))
                .hasSize(5)
                .isSorted()
                .allMatch(file -> file.toString().endsWith("-7.ndjson"));
        assertThat(FolderEventLog.segments(folder, "tests")).isEmpty();
        assertThat(FolderEventLog.segments(folder.resolve("none"), "test")).isEmpty();
    }

    private static long missing(EventCounts counts) {
        return counts.dropped() + counts.failed();
    }

    private EventLog log() {
        return new FolderEventLog(folder, "test", 1, Clock.systemUTC(), FolderEventLog.Roll.DEFAULT);
    }

    private List<String> read() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path segment : FolderEventLog.segments(folder, "test")) {
            text.append(Files.readString(segment));
        }
        return text.toString().lines().toList();
    }

    private static EventQueue.Events lines(String... lines) {
        return new EventQueue.Events() {
            @Override
            public int count() {
                return lines.length;
            }

            @Override
            public void lines(Consumer<String> to) {
                List.of(lines).forEach(to);
            }
        };
    }

    /// A log whose disk does not answer until it is let go.
    private record Stalled(CountDownLatch stalled, EventLog real) implements EventLog {
        @Override
        public void append(ByteBuffer lines) throws IOException {
            try {
                stalled.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            real.append(lines);
        }

        @Override
        public void sync() throws IOException {
            real.sync();
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }
}

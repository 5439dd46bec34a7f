package dev.hansom.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An event log in a folder: segments `<kind>-<start>-<pid>.ndjson`, one JSON object a line.
///
/// A segment begins with its first line and is rolled by size and age. A process only ever writes segments of its own,
/// so a torn line can only be the last one of a segment. After an error the next lines begin a new segment.
/// Threads: one writer at a time.
public final class FolderEventLog implements EventLog {
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// When a segment is rolled: past so many bytes, or so old.
    public record Roll(long bytes, Duration age) {
        /// 64 MiB or a day.
        public static final Roll DEFAULT = new Roll(64L << 20, Duration.ofDays(1));
    }

    private final Path folder;
    private final String kind;
    private final long pid;
    private final Clock clock;
    private final Roll roll;
    private @Nullable FileChannel segment;
    private long written;
    private Instant began = Instant.EPOCH;

    /// Segments of `kind` in `folder` (made when the first line comes), written by process `pid`.
    public FolderEventLog(Path folder, String kind, long pid, Clock clock, Roll roll) {
        this.folder = folder;
        this.kind = kind;
        this.pid = pid;
        this.clock = clock;
        this.roll = roll;
    }

    /// The segments of `kind` in `folder`, oldest first; none where there is no folder.
    public static List<Path> segments(Path folder, String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.startsWith(kind + "-") && name.endsWith(".ndjson");
                    })
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    @Override
    public void append(ByteBuffer lines) throws IOException {
        FileChannel to = segment();
        try {
            while (lines.hasRemaining()) {
                written += to.write(lines);
            }
        } catch (IOException | RuntimeException e) {
            abandon();
            throw e;
        }
    }

    @Override
    public void sync() throws IOException {
        if (segment != null) {
            segment.force(false);
        }
    }

    @Override
    public void close() throws IOException {
        FileChannel last = segment;
        segment = null;
        if (last != null) {
            try (last) {
                last.force(true);
            }
        }
    }

    private FileChannel segment() throws IOException {
        if (segment != null && (written >= roll.bytes() || !clock.instant().isBefore(began.plus(roll.age())))) {
            close();
        }
        FileChannel open = segment;
        return open != null ? open : begin();
    }

    private FileChannel begin() throws IOException {
        Files.createDirectories(folder);
        began = clock.instant();
        written = 0;
        for (Instant start = began; ; start = start.plusMillis(1)) {
            Path file = folder.resolve(kind + "-" + START.format(start) + "-" + pid + ".ndjson");
            try {
                FileChannel fresh = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                segment = fresh;
                return fresh;
            } catch (FileAlreadyExistsException e) {
                // Another segment of this millisecond: the next one will do.
            }
        }
    }

    private void abandon() {
        FileChannel broken = segment;
        segment = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (IOException e) {
                // The error that led here is the one to tell.
            }
        }
    }
}

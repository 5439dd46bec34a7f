package dev.hansom.base;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Files that are there as a whole or not at all: written beside their place, synced, then renamed.
///
/// Errors: [ErrorCode#FILE_UNUSABLE]; nothing half-written is left behind. Threads: safe for many; the last rename
/// wins.
public final class AtomicFile {
    private AtomicFile() {}

    /// Writes a file's content.
    @FunctionalInterface
    public interface Content {
        /// Writes to the stream and leaves it open.
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes or replaces a file; missing folders are made.
    public static void write(Path file, byte[] content) {
        write(file, out -> out.write(content));
    }

    /// Writes or replaces a file with a text in UTF-8.
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes or replaces a file with what `content` writes.
    public static void write(Path file, Content content) {
        writeAll(Map.of(file, content));
    }

    /// Writes or replaces several files. None takes its place before all of them are written.
    public static void writeAll(Map<Path, Content> files) {
        Map<Path, Path> parts = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, Content> file : files.entrySet()) {
                Path place = file.getKey();
                Path part = place.toAbsolutePath()
                        .resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
                parts.put(place, part);
                try {
                    Files.createDirectories(folder(part));
                    requireNoFolder(place);
                    fill(part, file.getValue());
                } catch (IOException e) {
                    throw FileProblem.writing(place, e);
                }
            }
            parts.forEach(AtomicFile::move);
        } finally {
            parts.values().forEach(AtomicFile::remove);
        }
    }

    private static void requireNoFolder(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            throw new FileSystemException(place.toString(), null, "Is a directory");
        }
    }

    private static void move(Path place, Path part) {
        try {
            Files.move(
                    part, place.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw FileProblem.writing(place, e);
        }
        sync(folder(part));
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // What is written is in its place; where something is not, that is the error to tell.
            return;
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNullElse(file.getParent(), file);
    }

    private static void fill(Path part, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /// Makes the rename itself last. Systems without folders that can be opened do it on their own.
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every file system opens a folder; the file itself is synced and in its place.
            return;
        }
    }
}

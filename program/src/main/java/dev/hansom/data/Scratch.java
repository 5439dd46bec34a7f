package dev.hansom.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Files that are to be gone at the end, however that comes: a folder of one engine's own, and half-written
/// files elsewhere. A hook removes them when the program is stopped from outside.
///
/// Threads: safe for many threads.
final class Scratch implements AutoCloseable {
    private final Path folder;
    private final boolean parentIsOurs;
    private final Set<Path> halves = ConcurrentHashMap.newKeySet();
    private final Map<String, Path> made = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final Thread hook = new Thread(this::clear, "hansom-scratch");

    /// Makes a folder under `parent`, whose name no other process and no other engine has. Errors: `FILE_UNUSABLE`.
    Scratch(Path parent) {
        this.folder = parent.toAbsolutePath()
                .resolve("hansom-" + ProcessHandle.current().pid() + "-" + Integer.toHexString(hashCode()));
        this.parentIsOurs = !Files.exists(folder.getParent());
        Engine.makeFolder(folder.resolve("any"));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    Path folder() {
        return folder;
    }

    /// A file of the folder that `make` writes, made once for every `key`. Errors: `FILE_UNUSABLE`.
    Path made(String key, Consumer<Path> make) {
        return made.computeIfAbsent(key, ignored -> {
            Path file = folder.resolve("text-" + count.incrementAndGet() + ".csv");
            make.accept(file);
            return file;
        });
    }

    /// Remembers that `file` is half-written.
    void begin(Path file) {
        halves.add(file);
    }

    /// Removes a half-written file, if it is there still.
    void end(Path file) {
        remove(file);
        halves.remove(file);
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook does the same.
        }
    }

    private void clear() {
        halves.forEach(Scratch::remove);
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Scratch::remove);
        } catch (IOException | UncheckedIOException e) {
            // What is left over lies in a folder for temporary files.
        }
        if (parentIsOurs) {
            remove(folder.resolve("..").normalize());
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // What is left over is hidden, or lies in a folder for temporary files.
        }
    }
}

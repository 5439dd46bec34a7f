package dev.hansom.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The revision of the code that a folder belongs to, read from git's own files; `none` outside a repository.
final class CodeRevision {
    private CodeRevision() {}

    /// 40 hex digits, or `none`.
    static String of(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = parent(at)) {
            Path git = at.resolve(".git");
            if (Files.exists(git)) {
                return read(git).orElse("none");
            }
        }
        return "none";
    }

    private static @Nullable Path parent(Path folder) {
        return folder.getParent();
    }

    private static Optional<String> read(Path git) {
        try {
            Path folder = Files.isDirectory(git) ? git : linked(git);
            String head = Files.readString(folder.resolve("HEAD")).strip();
            if (!head.startsWith("ref: ")) {
                return Optional.of(head);
            }
            String name = head.substring(5);
            Path common = Files.exists(folder.resolve("commondir"))
                    ? folder.resolve(
                            Files.readString(folder.resolve("commondir")).strip())
                    : folder;
            Path loose = common.resolve(name);
            return Files.exists(loose) ? Optional.of(Files.readString(loose).strip()) : packed(common, name);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Path linked(Path file) throws IOException {
        return file.resolveSibling(Files.readString(file).strip().substring("gitdir: ".length()));
    }

    private static Optional<String> packed(Path folder, String name) throws IOException {
        Path file = folder.resolve("packed-refs");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.endsWith(" " + name))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .findFirst();
        }
    }
}

package dev.hansom.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files that are written for the first time: all of them or none, and none in the place of another.
public final class NewFiles {
    private NewFiles() {}

    /// Errors: `FILE_UNUSABLE` for each of the names that is in `folder` already.
    public static void requireFree(Path folder, List<String> names) {
        List<Problem> there = names.stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .map(file -> Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "the file is already there")
                        .next("choose another folder, or move it away"))
                .toList();
        if (!there.isEmpty()) {
            throw new ProblemException(there);
        }
    }

    /// Writes texts by their names into `folder`, which is made where it is missing, and returns the files.
    /// Errors: `FILE_UNUSABLE`; then nothing of it is there.
    public static List<Path> write(Path folder, Map<String, String> texts) {
        requireFree(folder, List.copyOf(texts.keySet()));
        Map<Path, Path> beside = new LinkedHashMap<>();
        List<Path> made = new ArrayList<>();
        boolean fresh = !Files.exists(folder);
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Path part = folder.resolve("." + text.getKey() + ".part");
                beside.put(part, folder.resolve(text.getKey()));
                Files.writeString(part, text.getValue());
            }
            for (Map.Entry<Path, Path> move : beside.entrySet()) {
                made.add(Files.move(move.getKey(), move.getValue()));
            }
            return made;
        } catch (IOException e) {
            beside.keySet().forEach(NewFiles::remove);
            made.forEach(NewFiles::remove);
            if (fresh) {
                remove(folder);
            }
            throw FileProblem.writing(folder, e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The first error is the one to tell.
        }
    }
}

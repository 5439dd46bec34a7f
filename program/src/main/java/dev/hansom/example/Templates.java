package dev.hansom.example;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The templates that a project can begin with: files in the jar in which `${name}` stands for what the person chose.
///
/// A placeholder stands inside a text in double quotes; what is filled in is escaped for that.
public final class Templates {
    /// The files of each template, by its name.
    private static final SortedMap<String, List<String>> FILES =
            new TreeMap<>(Map.of("taxi", List.of("hansom.yaml", "metered.yaml")));

    private Templates() {}

    /// The names of the templates.
    public static List<String> names() {
        return List.copyOf(FILES.keySet());
    }

    /// Copies a template into `folder`, which is made where it is missing: all of its files, or none.
    /// Returns the files. Errors: `USAGE` for a template that is not there, `FILE_UNUSABLE` for every file that is
    /// already there.
    public static List<Path> copy(String name, Path folder, Map<String, String> values) {
        List<String> files = requireFree(name, folder);
        Map<Path, Path> beside = new LinkedHashMap<>();
        List<Path> made = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (String file : files) {
                Path part = folder.resolve("." + file + ".part");
                beside.put(part, folder.resolve(file));
                Files.writeString(part, filled(text(name, file), values));
            }
            for (Map.Entry<Path, Path> move : beside.entrySet()) {
                made.add(Files.move(move.getKey(), move.getValue()));
            }
            return made;
        } catch (IOException e) {
            beside.keySet().forEach(Templates::remove);
            made.forEach(Templates::remove);
            throw new ProblemException(
                    Problem.of(ErrorCode.FILE_UNUSABLE, folder.toString(), "the project cannot be written")
                            .value(String.valueOf(e.getMessage()))
                            .next("choose a folder that you may write to"),
                    e);
        }
    }

    /// The files of a template, none of which is in `folder` yet. Errors: as [#copy].
    public static List<String> requireFree(String name, Path folder) {
        List<String> files = FILES.get(name);
        if (files == null) {
            throw new ProblemException(Problem.of(ErrorCode.USAGE, "template", "no such template")
                    .value(name)
                    .expected("one of: " + String.join(", ", names())));
        }
        List<Problem> there = files.stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .map(file -> Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "the file is already there")
                        .next("choose another folder, or move it away"))
                .toList();
        if (!there.isEmpty()) {
            throw new ProblemException(there);
        }
        return files;
    }

    private static String text(String name, String file) throws IOException {
        try (InputStream stream = Templates.class.getResourceAsStream("/templates/" + name + "/" + file)) {
            if (stream == null) {
                throw new IOException("the template " + name + "/" + file + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            String escaped = value.getValue().replace("\\", "\\\\").replace("\"", "\\\"");
            filled = filled.replace("${" + value.getKey() + "}", escaped);
        }
        return filled;
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The first error is the one to tell.
        }
    }
}

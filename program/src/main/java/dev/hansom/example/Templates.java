package dev.hansom.example;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.NewFiles;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.project.ProjectSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /// Copies a template into `folder`, which is made where it is missing: all of its files and the
    /// schema for editors, or none.
    /// Returns the files. Errors: `USAGE` for a template that is not there, `FILE_UNUSABLE` for every file that is
    /// already there.
    public static List<Path> copy(String name, Path folder, Map<String, String> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : requireFree(name, folder)) {
            texts.put(file, filled(text(name, file), values));
        }
        if (!Files.exists(folder.resolve(ProjectSchema.FILE))) {
            texts.put(ProjectSchema.FILE, ProjectSchema.text());
        }
        return NewFiles.write(folder, texts);
    }

    /// The files of a template, none of which is in `folder` yet. Errors: as [#copy].
    public static List<String> requireFree(String name, Path folder) {
        List<String> files = FILES.get(name);
        if (files == null) {
            throw new ProblemException(Problem.of(ErrorCode.USAGE, "template", "no such template")
                    .value(name)
                    .expected("one of: " + String.join(", ", names())));
        }
        NewFiles.requireFree(folder, files);
        return files;
    }

    private static String text(String name, String file) {
        try (InputStream stream = Templates.class.getResourceAsStream("/templates/" + name + "/" + file)) {
            if (stream == null) {
                throw new IOException("the template " + name + "/" + file + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
}

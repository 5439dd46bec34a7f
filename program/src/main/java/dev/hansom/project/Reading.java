package dev.hansom.project;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.YamlNode.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One reading of a project file: what was found wrong, which keys were asked for, and what is in force.
///
/// Threads: not safe; one reader.
final class Reading {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Reading(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    List<Problem> problems() {
        return problems;
    }

    /// What is in force, in the order in which it was read.
    List<Setting> settings() {
        return List.copyOf(settings.values());
    }

    /// The keys of [Keys] that were asked for.
    Set<String> asked() {
        return asked;
    }

    /// The key at `path`, which is asked for now. Errors: `IllegalStateException` for one that the list does not have.
    Key ask(String path) {
        asked.add(path);
        return Keys.at(path)
                .orElseThrow(() -> new IllegalStateException("the reader reads the key " + path
                        + ", which dev.hansom.project.Keys does not list: add it there"));
    }

    void add(Problem problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    void problem(Place where, String what, String expected) {
        add(Problem.of(ErrorCode.PROJECT_INVALID, at(where), what).expected(expected));
    }

    /// Remembers a value that stands in the file.
    void found(String path, String value, Place place) {
        settings.putIfAbsent(path, new Setting(path, value, new Setting.FromFile(file, place)));
    }

    /// Remembers a value that holds because nobody said anything.
    void supposed(String path, String value, Setting.Source source) {
        settings.putIfAbsent(path, new Setting(path, value, source));
    }

    String at(Place where) {
        return file + ":" + where.line() + ":" + where.column();
    }
}

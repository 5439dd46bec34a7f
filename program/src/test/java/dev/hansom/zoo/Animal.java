package dev.hansom.zoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Somebody's table with its project: the lines of a CSV file, the project file, and what design must say of it.
///
/// `outcomes` are the verdicts that are right (`ML`, `RULE`, `NOT_ENOUGH_DATA`), or the code of the refusal.
public record Animal(String name, List<String> lines, String project, Set<String> outcomes) {
    /// Writes both into `folder`; the project file.
    public Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("table.csv"), lines);
            return Files.writeString(folder.resolve("hansom.yaml"), project);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

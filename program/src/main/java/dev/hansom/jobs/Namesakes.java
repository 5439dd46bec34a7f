package dev.hansom.jobs;

import dev.hansom.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Two project files of one name in one home: they share an experiment, versions and the count of openings, which
/// hardly
/// anybody means. It is said, and the work goes on: one may be a copy of the other with a change.
final class Namesakes {
    /// The tag of a run that says where its project file lies, as seen from the home.
    static final String FILE = "hansom.file";

    private static final Logger LOGGER = LoggerFactory.getLogger(Namesakes.class);
    private static final int RECENT = 100;

    private Namesakes() {}

    /// The place of the project file, as seen from the home.
    static String seen(Memory memory, Project project) {
        Path home = memory.store().home().toAbsolutePath().normalize();
        Path file = project.file().toAbsolutePath().normalize();
        return home.getRoot() != null && home.getRoot().equals(file.getRoot())
                ? home.relativize(file).toString()
                : file.toString();
    }

    /// Says so where another file that is still there ran under this name.
    static void warn(Memory memory, long experiment, Project project) {
        String here = seen(memory, project);
        memory.runs().list(experiment, RECENT).stream()
                .map(run -> run.tags().getOrDefault(FILE, here))
                .filter(other -> !other.equals(here)
                        && Files.exists(memory.store().home().resolve(other)))
                .findFirst()
                .ifPresent(other -> LOGGER.warn(
                        "{}: another project file of this home has this name as well, {}; they share versions and openings:"
                                + " give one of them another name, or another --home",
                        project.name(),
                        memory.store().home().resolve(other).normalize()));
    }
}

package dev.hansom.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say which project a command is about, and where its memory is.
final class ProjectOptions {
    @Option(
            names = "--project",
            paramLabel = "FILE",
            defaultValue = "hansom.yaml",
            description = "The project file (default: ${DEFAULT-VALUE}).")
    Path project = Path.of("hansom.yaml");

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where runs, models and logs are kept (default: .hansom in the project's folder).")
    @Nullable
    Path home;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    Path home() {
        Path folder = Optional.ofNullable(project.toAbsolutePath().normalize().getParent())
                .orElse(Path.of("."));
        return Optional.ofNullable(home).orElse(folder.resolve(".hansom"));
    }
}

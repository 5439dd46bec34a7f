package dev.hansom.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The options of commands that read a model file, need no project, and write something new.
final class ModelFileOptions {
    @Option(names = "--model", paramLabel = "FILE", required = true, description = "The model.")
    Path model = Path.of("");

    @Option(names = "--force", description = "Replace what is there already.")
    boolean force;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;
}

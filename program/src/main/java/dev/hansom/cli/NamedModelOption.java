package dev.hansom.cli;

import picocli.CommandLine.Option;

/// The option of commands that take a model from a file or from the home.
final class NamedModelOption {
    @Option(
            names = "--model",
            paramLabel = "WHICH",
            defaultValue = "champion",
            description = "A model file, a version's number, or an alias (default: ${DEFAULT-VALUE}).")
    String name = "champion";
}

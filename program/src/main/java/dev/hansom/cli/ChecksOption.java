package dev.hansom.cli;

import dev.hansom.jobs.BrokenChecks;
import picocli.CommandLine.Option;

/// The option of verbs that learn: what to do where the data break the project's checks.
final class ChecksOption {
    @Option(
            names = "--ignore-checks",
            description = "Go on where the data break the checks of the project file; it is said and remembered.")
    boolean ignore;

    BrokenChecks wish() {
        return ignore ? BrokenChecks.IGNORE : BrokenChecks.REFUSE;
    }
}

package dev.hansom.cli;

import picocli.CommandLine.Command;

/// `hansom` without a verb: it shows what there is.
@Command(
        name = "hansom",
        mixinStandardHelpOptions = true,
        version = "hansom 0.1.0",
        description = "From a tabular prediction question to an operated model, on the JVM.",
        synopsisHeading = "Usage: ",
        descriptionHeading = "%n",
        optionListHeading = "%n",
        commandListHeading = "",
        customSynopsis = "hansom COMMAND [OPTIONS]",
        footer = {"", "Start with: hansom demo        Help for a command: hansom COMMAND --help"})
final class TopCommand implements Runnable {
    @picocli.CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

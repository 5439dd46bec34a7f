package dev.hansom.cli;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.example.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `hansom demo`: the taxi problem through design, train and operate, by the lines that it prints.
@Command(
        name = "demo",
        description = "The taxi problem from data to health report, by commands that you can paste.",
        footer = "Each printed line can be pasted into a shell and gives the same figures.")
final class DemoCommand implements Callable<Integer> {
    /// Which of the template's project files.
    enum Track {
        /// Only what a rider knows.
        request,
        /// The metered distance stands in for a routed one.
        metered
    }

    private final Entry entry;
    private final Cli cli;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Monthly green trip files as the TLC publishes them (default: a simulated city).")
    @Nullable
    Path data;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            defaultValue = "hansom-demo",
            description = "Where the project is made (default: ${DEFAULT-VALUE}).")
    Path into = Path.of("hansom-demo");

    @Option(
            names = "--track",
            defaultValue = "request",
            description = "Which project file: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Track track = Track.request;

    @Option(names = "--world", description = "The truth of the simulated city: ${COMPLETION-CANDIDATES} (default: ML).")
    @Nullable
    World world;

    @Option(names = "--rows", paramLabel = "N", description = "Rows a simulated month.")
    @Nullable
    Integer rows;

    @Option(names = "--keep", description = "Leave the server running.")
    boolean keep;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    DemoCommand(Entry entry, Cli cli) {
        this.entry = entry;
        this.cli = cli;
    }

    @Override
    public Integer call() {
        long began = entry.desk().clock().millis();
        Path project = into.resolve(track == Track.request ? "hansom.yaml" : "metered.yaml");
        moveAside();
        run(init());
        String file = project.toString();
        try {
            run(List.of("check", "--project", file));
            run(List.of("design", "--project", file));
            run(List.of("train", "--project", file));
            if (run(List.of("promote", "--project", file), PromoteCommand.REFUSED) == PromoteCommand.REFUSED) {
                entry.console().line("the demo goes on with the rule; the refused model runs as shadow");
                run(List.of("promote", "--project", file, "--as", "shadow"));
            }
            run(List.of("serve", "--project", file, "--background", "--port", "0"));
            run(List.of("replay", "--project", file));
            run(List.of("monitor", "--project", file));
        } finally {
            if (!keep) {
                stop(file);
            }
        }
        Summary summary = new Summary(entry, (entry.desk().clock().millis() - began) / 1e3);
        summary.print();
        entry.console().line("summary: " + Show.path(summary.write(into)));
        return 0;
    }

    /// The project of an earlier demo is kept under another name, so that a demo always begins anew.
    private void moveAside() {
        Path old = into.toAbsolutePath().normalize();
        if (!Files.exists(old.resolve("hansom.yaml"))) {
            return;
        }
        if (ServeCommand.running(entry.desk(), old.resolve(".hansom")).isPresent()) {
            stop(old.resolve("hansom.yaml").toString());
        }
        int number = 1;
        while (Files.exists(old.resolveSibling(old.getFileName() + "." + number))) {
            number++;
        }
        Path aside = old.resolveSibling(old.getFileName() + "." + number);
        try {
            Files.move(old, aside);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                                    ErrorCode.FILE_UNUSABLE,
                                    old.toString(),
                                    "the project of an earlier demo cannot be moved")
                            .value(e.toString())
                            .next("remove it, or choose another folder with --into DIR"),
                    e);
        }
        entry.console().line("the project of an earlier demo is now in " + Show.path(aside));
    }

    private void stop(String file) {
        List<String> arguments = List.of("serve", "--project", file, "--stop");
        entry.console().blank();
        entry.console().line("$ " + Cli.pasteable("./hansom", arguments));
        cli.run(arguments);
    }

    private List<String> init() {
        List<String> arguments = new ArrayList<>(List.of("init", into.toString(), "--template", "taxi"));
        Optional.ofNullable(data).ifPresent(folder -> arguments.addAll(List.of("--data", folder.toString())));
        Optional.ofNullable(world)
                .ifPresent(one -> arguments.addAll(List.of("--world", one.name().toLowerCase(java.util.Locale.ROOT))));
        Optional.ofNullable(rows).ifPresent(count -> arguments.addAll(List.of("--rows", String.valueOf(count))));
        return arguments;
    }

    private void run(List<String> arguments) {
        run(arguments, 0);
    }

    /// Prints the line and runs it; ends the demo where it fails with another code than `allowed`.
    private int run(List<String> arguments, int allowed) {
        entry.console().blank();
        entry.console().line("$ " + Cli.pasteable("./hansom", arguments));
        int code = cli.run(arguments);
        if (code != 0 && code != allowed) {
            throw new Failed(code);
        }
        return code;
    }
}

package dev.hansom.cli;

import dev.hansom.example.World;
import dev.hansom.jobs.InitJob;
import dev.hansom.jobs.Outcome;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hansom init`: a project folder from a template.
@Command(name = "init", description = "Make a project folder from a template; nothing is overwritten.")
final class InitCommand implements Callable<Integer> {
    private final Entry entry;

    @Parameters(paramLabel = "DIR", arity = "0..1", defaultValue = ".", description = "Where (default: here).")
    Path folder = Path.of(".");

    @Option(names = "--template", defaultValue = "taxi", description = "Which template (default: ${DEFAULT-VALUE}).")
    String template = "taxi";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of monthly files. Without it a simulated city writes three months.")
    @Nullable
    Path data;

    @Option(names = "--world", description = "The truth of the simulated city: ${COMPLETION-CANDIDATES} (default: ML).")
    World world = World.ML;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Rows a simulated month (default: the world's own number).")
    @Nullable
    Integer rows;

    @Option(
            names = "--months",
            paramLabel = "N",
            defaultValue = "3",
            description = "Simulated months (default: ${DEFAULT-VALUE}).")
    int months = 3;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the simulated city.")
    long seed = 1;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    InitCommand(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Integer call() {
        Optional.ofNullable(rows).ifPresent(count -> Range.from(100).require("--rows", count));
        Range.from(3).require("--months", months);
        InitJob.Request request = new InitJob.Request(
                folder,
                template,
                Optional.ofNullable(data),
                world,
                Optional.ofNullable(rows).orElse(0),
                months,
                seed);
        Outcome.Made made = entry.work(desk -> new InitJob(desk).run(request));
        made.written().forEach(file -> entry.console().line("wrote " + Show.path(file)));
        made.notes().forEach(entry.console()::line);
        return 0;
    }
}

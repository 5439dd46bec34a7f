package dev.hansom.cli;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.example.World;
import dev.hansom.jobs.DraftJob;
import dev.hansom.jobs.InitJob;
import dev.hansom.jobs.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hansom init`: a project folder for somebody's own table (`--data` and `--target`), or from a template.
@Command(
        name = "init",
        description = "Make a project folder for your own table, or from a template; nothing is overwritten.")
final class InitCommand implements Callable<Integer> {
    private final Entry entry;

    @Parameters(paramLabel = "DIR", arity = "0..*", description = "Where (default: here); or more data files.")
    List<Path> given = new ArrayList<>();

    @Option(names = "--into", paramLabel = "DIR", description = "Where, said by name (default: here).")
    @Nullable
    Path into;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = {
                "Your table: Parquet, CSV or JSON lines; a file, a folder or a glob in quotes; more than once for more.",
                "With --template: the folder of monthly files; without it a simulated city writes three months."
            })
    List<String> data = new ArrayList<>();

    @Option(
            names = "--target",
            paramLabel = "COLUMN",
            description = "The column of your table that is to be predicted.")
    @Nullable
    String target;

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            description = "The column that says what time a row is about (default: guessed).")
    @Nullable
    String time;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The project's name (default: that of the folder or the file).")
    @Nullable
    String name;

    @Option(names = "--template", description = "Which template (default: taxi).")
    @Nullable
    String template;

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
        Outcome.Made made = isTable() ? draft() : template();
        made.written().forEach(file -> entry.console().line("wrote " + Show.path(file)));
        made.notes().forEach(entry.console()::line);
        return 0;
    }

    /// A target means somebody's own table, and so do data that are no folder of months.
    private boolean isTable() {
        return target != null
                || time != null
                || name != null
                || (template == null && data.stream().anyMatch(one -> !Files.isDirectory(Path.of(one))));
    }

    private Outcome.Made draft() {
        if (data.isEmpty()) {
            throw new ProblemException(Problem.of(ErrorCode.USAGE, "--data", "which table?")
                    .expected("a Parquet, CSV or JSON lines file, a folder or a glob in quotes"));
        }
        // A glob that the shell has put in leaves all names but the first behind.
        List<String> files = new ArrayList<>(data);
        List<Path> folders = new ArrayList<>();
        given.forEach(one -> {
            if (Files.isRegularFile(one)) {
                files.add(one.toString());
            } else {
                folders.add(one);
            }
        });
        DraftJob.Request request = new DraftJob.Request(
                folder(folders),
                files,
                Optional.ofNullable(target),
                Optional.ofNullable(time),
                Optional.ofNullable(name).map(InitCommand::word),
                command());
        return entry.work(desk -> new DraftJob(desk).run(request));
    }

    private Outcome.Made template() {
        Optional.ofNullable(rows).ifPresent(count -> Range.from(100).require("--rows", count));
        Range.from(3).require("--months", months);
        if (data.size() > 1) {
            throw new ProblemException(Problem.of(ErrorCode.USAGE, "--data", "a template takes one folder")
                    .value(String.join(", ", data))
                    .next("for a table of your own name its column with --target"));
        }
        InitJob.Request request = new InitJob.Request(
                folder(given),
                Optional.ofNullable(template).orElse("taxi"),
                data.stream().findFirst().map(Path::of),
                world,
                Optional.ofNullable(rows).orElse(0),
                months,
                seed);
        return entry.work(desk -> new InitJob(desk).run(request));
    }

    private Path folder(List<Path> folders) {
        List<Path> all = new ArrayList<>(folders);
        Optional.ofNullable(into).ifPresent(all::add);
        if (all.size() > 1) {
            throw new ProblemException(Problem.of(ErrorCode.USAGE, "DIR", "more than one folder")
                    .value(String.join(", ", all.stream().map(Path::toString).toList()))
                    .expected("one folder to make the project in"));
        }
        return all.isEmpty() ? Path.of(".") : all.getFirst();
    }

    private static String word(String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_-]{0,99}")) {
            throw new ProblemException(Problem.of(ErrorCode.USAGE, "--name", "no name for a project")
                    .value(name)
                    .expected("a letter, then letters, digits, - and _"));
        }
        return name;
    }

    /// The command as a person would paste it.
    private String command() {
        List<String> words = new ArrayList<>(List.of("init"));
        data.forEach(one -> words.addAll(List.of("--data", one)));
        given.forEach(one -> words.add(one.toString()));
        Optional.ofNullable(target).ifPresent(one -> words.addAll(List.of("--target", one)));
        Optional.ofNullable(time).ifPresent(one -> words.addAll(List.of("--time", one)));
        return Cli.pasteable("hansom", words);
    }
}

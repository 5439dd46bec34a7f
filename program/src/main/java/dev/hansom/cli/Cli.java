package dev.hansom.cli;

import dev.hansom.Hansom;
import dev.hansom.base.ErrorCode;
import dev.hansom.base.ErrorKind;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line: from arguments to an exit code. `demo` runs its lines through the same entry.
///
/// Exit codes: 0 done; 1 the machine or the program; 2 the caller; 3 the data; 4 a gate that refused; 130 stopped (143
/// where it was not Ctrl-C but a kill).
public final class Cli {
    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);
    private static final int STOPPED = 130;

    private final Entry entry;
    private final Console console;

    public Cli(Hansom hansom, Console console) {
        this(hansom, console, Interruption.none());
    }

    Cli(Hansom hansom, Console console, Interruption interruption) {
        this.entry = new Entry(hansom, console, interruption);
        this.console = console;
    }

    /// Runs one command and returns its exit code.
    public int run(List<String> arguments) {
        int code = commands().execute(arguments.toArray(String[]::new));
        if (code != STOPPED && entry.isStopping() && entry.hasWorked()) {
            // The system decides the exit code then; this says what it does not.
            console.note("the work was done before it could be stopped");
        }
        return code;
    }

    /// All commands with their options.
    CommandLine commands() {
        Map<String, List<Object>> groups = groups();
        CommandLine commands = new CommandLine(new TopCommand());
        groups.values().forEach(group -> group.forEach(commands::addSubcommand));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        commands.setParameterExceptionHandler((problem, given) -> misused(problem));
        commands.setExecutionExceptionHandler((problem, command, parsed) -> failed(problem));
        commands.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> commandList(help, groups));
        return commands;
    }

    private Map<String, List<Object>> groups() {
        Map<String, List<Object>> groups = new LinkedHashMap<>();
        groups.put(
                "Design: is ML the right tool, or does a rule do?",
                List.of(new InitCommand(entry), new CheckCommand(entry), new DesignCommand(entry)));
        groups.put(
                "Train: the best model, and the proof",
                List.of(
                        new TrainCommand(entry),
                        new RunsCommand(entry),
                        new DataCommand(entry),
                        new ShowCommand(entry)));
        groups.put(
                "Operate: deploy, manage, monitor",
                List.of(
                        new PromoteCommand(entry),
                        new ServeCommand(entry),
                        new ReplayCommand(entry),
                        new MonitorCommand(entry),
                        new PredictCommand(entry),
                        new ExportCommand(entry)));
        groups.put("Project", List.of(new DemoCommand(entry, this)));
        return groups;
    }

    private static String commandList(Help help, Map<String, List<Object>> groups) {
        if (help.subcommands().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        groups.forEach((title, group) -> {
            text.append(System.lineSeparator()).append(title).append(System.lineSeparator());
            for (Object command : group) {
                String name = new CommandLine(command).getCommandName();
                String[] words =
                        new CommandLine(command).getCommandSpec().usageMessage().description();
                text.append("  %-9s %s%n".formatted(name, words.length == 0 ? "" : words[0]));
            }
        });
        return text.toString();
    }

    private int misused(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        List<String> near =
                problem instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        Problem text = Problem.of(
                        ErrorCode.USAGE, command.getCommandSpec().qualifiedName(), String.valueOf(problem.getMessage()))
                .next((near.isEmpty() ? "" : "did you mean " + near.getFirst() + "? ") + "see "
                        + command.getCommandSpec().qualifiedName() + " --help");
        console.note("error: " + text.text());
        return ErrorKind.USER.exitCode();
    }

    private int failed(Exception problem) {
        return switch (problem) {
            case Failed failed -> failed.code();
            case Exception late when entry.isStopping() -> stopped(late);
            case ProblemException known -> {
                known.problems().forEach(one -> console.note("error: " + one.text()));
                LOG.debug("the command failed", known);
                yield known.kind().exitCode();
            }
            case CancellationException stopped -> stopped(stopped);
            default -> {
                console.note("error: "
                        + Problem.of(ErrorCode.INTERNAL, "hansom", String.valueOf(problem))
                                .next(
                                        "this is a defect; run with HANSOM_JAVA_OPTIONS=-Dhansom.log=DEBUG for the whole story")
                                .text());
                LOG.debug("a defect", problem);
                yield ErrorKind.SYSTEM.exitCode();
            }
        };
    }

    /// What fails while the process is told to end, for example at a server that was told as well, has stopped too.
    private int stopped(Exception cause) {
        LOG.debug("stopped", cause);
        console.note("stopped; nothing was left half done");
        return STOPPED;
    }

    /// The arguments of a line that a person could paste into a shell.
    static String pasteable(String program, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(program));
        arguments.forEach(word ->
                words.add(word.matches("[A-Za-z0-9_./:=,@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'"));
        return String.join(" ", words);
    }
}

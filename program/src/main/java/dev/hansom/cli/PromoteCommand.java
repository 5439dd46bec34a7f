package dev.hansom.cli;

import dev.hansom.jobs.Outcome;
import dev.hansom.jobs.PromoteJob;
import dev.hansom.registry.Alias;
import dev.hansom.registry.GateQuestion;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hansom promote`: through the gate, or back to the rule.
@Command(
        name = "promote",
        description = "Ask the gate and make the newest model champion, or go back to the rule.",
        footer = "Exit code 4 says that the gate refused; the champion stays.")
final class PromoteCommand implements Callable<Integer> {
    /// The exit code of a gate that refused.
    static final int REFUSED = 4;

    private final Entry entry;

    @Mixin
    ProjectOptions options = new ProjectOptions();

    @Parameters(
            paramLabel = "VERSION",
            arity = "0..1",
            defaultValue = "0",
            description = "Which version (default: the newest model).")
    int version;

    @Option(names = "--rule", description = "The newest rule instead: always allowed, and audited.")
    boolean rule;

    @Option(
            names = "--as",
            paramLabel = "ALIAS",
            defaultValue = "champion",
            description = "champion answers; shadow answers nobody and is logged (default: ${DEFAULT-VALUE}).")
    String alias = Alias.CHAMPION;

    @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "The reason, for the audit.")
    String why = "";

    PromoteCommand(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Integer call() {
        PromoteJob.Request request = new PromoteJob.Request(
                options.project,
                options.home(),
                version > 0 ? OptionalInt.of(version) : OptionalInt.empty(),
                rule,
                alias,
                why);
        Outcome.Promoted promoted = entry.work(desk -> new PromoteJob(desk).run(request));
        TextTable questions = new TextTable();
        for (GateQuestion question : promoted.gate().questions()) {
            questions.row(question.passed() ? "yes" : "NO", question.question(), question.detail());
        }
        questions.print(entry.console());
        String which = promoted.version().kind().slug() + " version "
                + promoted.version().version();
        if (promoted.moved()) {
            entry.console().line(promoted.alias() + " is now " + which);
            return 0;
        }
        entry.console().line("the gate refused " + which + "; the champion stays");
        return REFUSED;
    }
}

package dev.hansom.cli;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.jobs.Outcome;
import dev.hansom.jobs.ReplayJob;
import dev.hansom.oip.OipClient;
import dev.hansom.serve.Server;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hansom replay`: the live months as traffic.
@Command(
        name = "replay",
        description = "Send the live months to the server as traffic, and truths when they were known.")
final class ReplayCommand implements Callable<Integer> {
    private final Entry entry;

    @Mixin
    ProjectOptions options = new ProjectOptions();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The server (default: the one that serves this home).")
    @Nullable
    String url;

    ReplayCommand(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Integer call() {
        String server = Optional.ofNullable(url).orElseGet(this::ownServer);
        Optional<String> token =
                Optional.ofNullable(entry.desk().machine().environment().get("HANSOM_TOKEN"));
        try (OipClient client = new OipClient(server, token)) {
            Outcome.Replayed replayed =
                    entry.work(desk -> new ReplayJob(desk, new ServerClient(client)).run(options.project));
            TextTable table = new TextTable("replayed " + replayed.period(), "rows");
            table.row("answered by the model", Show.count(replayed.model()));
            table.row("answered by the rule", Show.count(replayed.rule()));
            table.row("refused", Show.count(replayed.errors()));
            table.row("truths told", Show.count(replayed.truths()));
            table.row("dropped from the log", Show.count(replayed.dropped()));
            table.print(entry.console());
            return 0;
        }
    }

    private String ownServer() {
        return ServeCommand.running(entry.desk(), options.home())
                .map(Server::url)
                .orElseThrow(() -> new ProblemException(Problem.of(
                                ErrorCode.SERVER_UNREACHABLE, Show.path(options.home()), "no server runs for this home")
                        .next("start one with hansom serve --background, or name one with --server URL")));
    }
}

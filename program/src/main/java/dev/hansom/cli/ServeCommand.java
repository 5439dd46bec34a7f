package dev.hansom.cli;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.http.ListenerSettings;
import dev.hansom.jobs.Desk;
import dev.hansom.jobs.Memory;
import dev.hansom.serve.Server;
import dev.hansom.serve.Servers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hansom serve`: answers over HTTP for all projects of a home.
@Command(name = "serve", description = "Answer over HTTP; the rule answers when the model cannot.")
final class ServeCommand implements Callable<Integer> {
    private static final String TOKEN = "HANSOM_TOKEN";

    private final Entry entry;

    @Mixin
    ProjectOptions options = new ProjectOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Address (default: ${DEFAULT-VALUE}). Any other needs a token in the environment, HANSOM_TOKEN.")
    String host = "127.0.0.1";

    @Option(names = "--background", description = "Start a server that goes on, and return when it is ready.")
    boolean background;

    @Option(names = "--stop", description = "Stop the server of this home and return when it is down.")
    boolean stop;

    ServeCommand(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Integer call() throws InterruptedException {
        Range.PORT.require("--port", port);
        Path home = options.home();
        Desk desk = entry.desk();
        Background server = new Background(desk, home, entry.console());
        if (stop) {
            return server.stop();
        }
        running(desk, home).ifPresent(ServeCommand::refuseSecond);
        if (background) {
            return server.start(host, port);
        }
        return serve(desk, home);
    }

    private int serve(Desk desk, Path home) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (RunningServer server = RunningServer.start(desk, home, settings(desk))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stopped.countDown();
                await(closed);
            }));
            server.problems().forEach(entry.console()::note);
            entry.console().line("serving " + Show.path(home) + " at " + server.url());
            stopped.await();
        } finally {
            closed.countDown();
        }
        return 0;
    }

    private ListenerSettings settings(Desk desk) {
        ListenerSettings loopback = ListenerSettings.loopback(port);
        if (host.equals("127.0.0.1") || host.equals("localhost")) {
            return loopback;
        }
        return loopback.at(host, desk.machine().environment().getOrDefault(TOKEN, ""));
    }

    static Optional<Server> running(Desk desk, Path home) {
        try (Memory memory = Memory.open(home, desk.clock())) {
            return new Servers(memory.store(), desk.clock()).running().stream().findFirst();
        }
    }

    private static void refuseSecond(Server server) {
        throw new ProblemException(Problem.of(ErrorCode.USAGE, "serve", "this home is being served already")
                .value(server.url() + " (process " + server.pid() + ")")
                .expected("one server a home")
                .next("stop it with hansom serve --stop"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

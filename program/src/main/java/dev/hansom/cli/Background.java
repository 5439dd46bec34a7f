package dev.hansom.cli;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.jobs.Desk;
import dev.hansom.oip.OipClient;
import dev.hansom.serve.Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A server in a process of its own, started like this one.
final class Background {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Desk desk;
    private final Path home;
    private final Console console;

    Background(Desk desk, Path home, Console console) {
        this.desk = desk;
        this.home = home;
        this.console = console;
    }

    /// Starts it and waits until it is ready. Errors: SERVER_UNREACHABLE with the last line that it wrote.
    int start(String host, int port) throws InterruptedException {
        Path output = home.resolve("logs").resolve("server.log");
        long saidBefore = output.toFile().length();
        Process process = launch(host, port, output);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            Optional<Server> server = ServeCommand.running(desk, home).filter(one -> one.pid() == process.pid());
            if (server.isPresent() && isReady(server.get())) {
                console.line("serving " + Show.path(home) + " at "
                        + server.get().url() + " (process " + process.pid() + "); stop it with hansom serve --stop");
                return 0;
            }
            Thread.sleep(100);
        }
        process.destroy();
        throw new ProblemException(Problem.of(ErrorCode.SERVER_UNREACHABLE, "serve", "the server did not become ready")
                .value(lastLine(output, saidBefore))
                .next("see " + Show.path(output)));
    }

    /// Stops the server of the home, if one runs, and waits until it is down.
    int stop() throws InterruptedException {
        Optional<Server> server = ServeCommand.running(desk, home);
        if (server.isEmpty()) {
            console.line("no server runs for " + Show.path(home));
            return 0;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(server.get().pid());
        process.ifPresent(ProcessHandle::destroy);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isPresent() && process.get().isAlive()) {
            if (System.nanoTime() > end) {
                throw new ProblemException(Problem.of(ErrorCode.SERVER_UNREACHABLE, "serve", "the server does not stop")
                        .value("process " + server.get().pid()));
            }
            Thread.sleep(50);
        }
        console.line("stopped the server at " + server.get().url());
        return 0;
    }

    private Process launch(String host, int port, Path output) {
        List<String> command = new ArrayList<>(desk.machine().ownCommand());
        command.addAll(List.of(
                "serve", "--home", home.toAbsolutePath().toString(), "--host", host, "--port", String.valueOf(port)));
        try {
            Files.createDirectories(output.toAbsolutePath().getParent());
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.FILE_UNUSABLE, output.toString(), "cannot be written")
                            .value(e.toString()),
                    e);
        }
    }

    private boolean isReady(Server server) {
        Optional<String> token =
                Optional.ofNullable(desk.machine().environment().get("HANSOM_TOKEN"));
        try (OipClient client = new OipClient(server.url(), token)) {
            return client.ready();
        }
    }

    /// The last complaint, else the last line, of what was written after the first `before` bytes.
    private static String lastLine(Path output, long before) {
        try {
            byte[] all = Files.readAllBytes(output);
            int from = (int) Math.min(before, all.length);
            List<String> lines = new String(all, from, all.length - from, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream()
                    .filter(line -> line.startsWith("error: "))
                    .map(line -> line.substring("error: ".length()))
                    .reduce((first, second) -> second)
                    .orElse(lines.isEmpty() ? "it said nothing" : lines.getLast());
        } catch (IOException e) {
            return "";
        }
    }
}

package dev.hansom;

import dev.hansom.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A command in a process of its own, as a shell starts it: it can be stopped and killed.
public record OwnProcess(Process process, Path out, Path err) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Starts `hansom` with `arguments`; `options` are those of the virtual machine, `environment` is added.
    public static OwnProcess start(
            Path folder, Map<String, String> environment, List<String> options, String... arguments) {
        return start("", folder, environment, options, arguments);
    }

    /// The same from a shell that first does `shell`, for example `ulimit -f 1000; `.
    public static OwnProcess start(
            String shell, Path folder, Map<String, String> environment, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        if (!shell.isEmpty()) {
            command.addAll(List.of("sh", "-c", shell + "exec \"$@\"", "sh"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new OwnProcess(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts it as it would be started anywhere.
    public static OwnProcess start(Path folder, String... arguments) {
        return start(folder, Map.of(), List.of(), arguments);
    }

    /// Waits for the end and returns the exit code.
    public int code() throws InterruptedException {
        return code(PATIENCE);
    }

    /// The same with another patience.
    public int code(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it does not end; it said " + said() + complained());
        }
        return process.exitValue();
    }

    /// What it answered so far.
    public String said() {
        return read(out);
    }

    /// What it complained of so far.
    public String complained() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

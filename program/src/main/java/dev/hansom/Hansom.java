package dev.hansom;

import dev.hansom.base.Progress;
import dev.hansom.jobs.Desk;
import dev.hansom.jobs.Machine;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// The program, wired by hand: the only place that asks the machine for its clock, randomness and environment.
public final class Hansom {
    /// The version of the program.
    public static final String VERSION = "0.1.0";

    private static final long DATA_MEMORY = 512L << 20;

    private final Clock clock;
    private final RandomGenerator random;
    private final Machine machine;

    /// A program with its clock, its randomness and its machine given.
    public Hansom(Clock clock, RandomGenerator random, Machine machine) {
        this.clock = clock;
        this.random = random;
        this.machine = machine;
    }

    /// The program on the machine that it runs on; `main` is the class whose `main` started it.
    public static Hansom here(Class<?> main) {
        Map<String, String> versions = new TreeMap<>();
        versions.put("hansom", VERSION);
        versions.put("java", System.getProperty("java.version", ""));
        Machine machine = new Machine(
                System.getProperty("user.name", ""),
                Path.of(System.getProperty("java.io.tmpdir", ".")),
                versions,
                Map.copyOf(System.getenv()),
                DATA_MEMORY,
                Math.max(1, Runtime.getRuntime().availableProcessors()),
                ownCommand(main));
        return new Hansom(Clock.systemUTC(), new SecureRandom(), machine);
    }

    /// Gives `job` a desk and returns what it returns.
    public <T> T work(Progress progress, Function<Desk, T> job) {
        return job.apply(new Desk(clock, random, progress, machine));
    }

    private static List<String> ownCommand(Class<?> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path", ""));
        command.add(main.getName());
        return List.copyOf(command);
    }
}

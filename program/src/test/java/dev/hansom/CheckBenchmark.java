package dev.hansom;

import dev.hansom.cli.Main;
import dev.hansom.data.WideMonths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How long `hansom check` takes over a table of twenty columns and how much memory at its peak, in a process of its
/// own
/// with the launcher's options. Arguments: the number of rows (10,000,000), a folder.
public final class CheckBenchmark {
    private CheckBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long rows = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000L;
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("hansom-check");
        Path project = Files.exists(folder.resolve("hansom.yaml"))
                ? folder.resolve("hansom.yaml")
                : WideMonths.write(folder, rows);
        long began = System.nanoTime();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "check",
                        "--project",
                        project.toString()))
                .inheritIO()
                .start();
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, peakKibibytes(process.pid()));
            Thread.sleep(20);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(Locale.ROOT, "%n%,d rows x 20 columns, exit %d%n", rows, process.exitValue());
        System.out.printf(Locale.ROOT, "  seconds           %8.1f   (aim: under 60)%n", seconds);
        System.out.printf(Locale.ROOT, "  rows a second     %,8.0f%n", rows / seconds);
        System.out.printf(Locale.ROOT, "  peak memory, MiB  %8d   (aim: under 2,048)%n", peak / 1024);
    }

    private static long peakKibibytes(long process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}

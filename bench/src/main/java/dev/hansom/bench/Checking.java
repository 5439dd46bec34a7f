package dev.hansom.bench;

import dev.hansom.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How long `hansom check` takes over a table of twenty columns and how much memory at its peak, in a
/// process of its
/// own with the launcher's options: ten million rows, or one million in short.
///
/// The table is made once, in `target/wide-ROWS` of the folder that it is run in.
final class Checking {
    private static final long ROWS = 10_000_000;
    private static final long FEW_ROWS = 1_000_000;

    private Checking() {}

    static void run(boolean brief) throws IOException {
        long rows = brief ? FEW_ROWS : ROWS;
        Path folder = Path.of("target", "wide-" + rows).toAbsolutePath();
        Path project = folder.resolve("hansom.yaml");
        if (!Files.exists(project)) {
            WideMonths.write(folder, rows);
        }
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
            pause();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(Locale.ROOT, "%n%,d rows x 20 columns, exit %d%n", rows, process.exitValue());
        System.out.printf(Locale.ROOT, "  seconds           %8.1f   (aim: under 60)%n", seconds);
        System.out.printf(Locale.ROOT, "  rows a second     %,8.0f%n", rows / seconds);
        System.out.printf(Locale.ROOT, "  peak memory, MiB  %8d   (aim: under 2,048)%n", peak / 1024);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

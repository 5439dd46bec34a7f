package dev.hansom.bench;

import dev.hansom.cli.Main;
import dev.hansom.score.Model;
import dev.hansom.score.kernel.Forest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The model that `init`, `design` and `train` make of a simulated city, made once and kept.
final class TaxiModel {
    private TaxiModel() {}

    static Path file() {
        return Boosters.folder().resolve("taxi.hansom");
    }

    /// Makes it if it is not there; its own process, since a command may end the one it runs in.
    static void prepare() throws IOException {
        if (Files.exists(file())) {
            return;
        }
        Path city = Boosters.folder().resolve("city");
        System.out.println("training the taxi model of a simulated city (once)…");
        run("init", city.toString(), "--world", "ml", "--rows", "30000");
        run("design", "--project", city.resolve("hansom.yaml").toString());
        run("train", "--project", city.resolve("hansom.yaml").toString());
        try (Stream<Path> files = Files.walk(city.resolve(".hansom"))) {
            Path model = files.filter(Files::isRegularFile)
                    .filter(TaxiModel::isForest)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no forest was trained in " + city));
            Files.copy(model, file());
        }
    }

    private static void run(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 5];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command[1] = "--enable-native-access=ALL-UNNAMED";
        command[2] = "-cp";
        command[3] = System.getProperty("java.class.path");
        command[4] = Main.class.getName();
        System.arraycopy(arguments, 0, command, 5, arguments.length);
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(arguments[0] + " ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isForest(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length > 8
                    && bytes[1] == 'H'
                    && bytes[2] == 'N'
                    && Model.read(bytes).kernel() instanceof Forest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

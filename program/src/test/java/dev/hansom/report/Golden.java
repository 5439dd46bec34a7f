package dev.hansom.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Pages as they are expected to be, in files; `-Dgolden.update=true` writes them anew.
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden").toAbsolutePath();

    private Golden() {}

    static void same(String name, Page page) {
        same(name + ".html", page.html());
        same(name + ".json", page.json().pretty());
    }

    private static void same(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(text)
                    .as("the page " + name + "; look at it, then run with -Dgolden.update=true")
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

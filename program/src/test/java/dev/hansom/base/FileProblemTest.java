package dev.hansom.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileProblemTest {
    private static final Path FILE = Path.of("page.html");

    @Test
    void whoHasNoSpaceIsNotSentToThePermissions() {
        assertThat(next(new IOException("No space left on device"))).isEqualTo("free some space");
        assertThat(next(new FileSystemException("page.html", null, "No space left on device")))
                .isEqualTo("free some space");
        assertThat(next(new IOException("Disk quota exceeded"))).isEqualTo("free some space");
        assertThat(next(new IOException("File too large"))).startsWith("free some space, or allow larger files");
    }

    @Test
    void whoMayNotWriteIs() {
        assertThat(next(new AccessDeniedException("page.html"))).isEqualTo("check the path and its permissions");
        assertThat(next(new IOException("Is a directory"))).isEqualTo("check the path and its permissions");
    }

    private static String next(IOException cause) {
        String text = FileProblem.writing(FILE, cause).getMessage();
        return text.substring(text.indexOf("; ") + 2);
    }
}

package dev.hansom.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashTest {
    /// Source: FIPS 180-4, example "abc".
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void theStandardsExampleHolds() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        assertThat(Hash.sha256("abc")).isEqualTo(ABC);
        assertThat(Hash.sha256(file)).isEqualTo(ABC);
    }

    @Test
    void aFileThatIsNotThereIsAClearError() {
        assertThatThrownBy(() -> Hash.sha256(folder.resolve("nowhere")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("nowhere: cannot be read: it is not there");
    }
}

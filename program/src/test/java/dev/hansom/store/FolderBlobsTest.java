package dev.hansom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Hash;
import dev.hansom.base.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBlobsTest {
    @TempDir
    Path folder;

    private Blobs blobs;

    @BeforeEach
    void open() {
        blobs = new FolderBlobs(folder.resolve("artifacts"));
    }

    @Test
    void aContentLiesUnderItsHash() throws IOException {
        String sha256 = blobs.put(new byte[] {1, 2, 3});
        assertThat(sha256).isEqualTo(Hash.sha256(new byte[] {1, 2, 3}));
        assertThat(blobs.path(sha256))
                .isEqualTo(folder.resolve("artifacts/sha256")
                        .resolve(sha256.substring(0, 2))
                        .resolve(sha256));
        assertThat(blobs.read(sha256)).containsExactly(1, 2, 3);
        assertThat(blobs.has(sha256)).isTrue();
        try (InputStream in = blobs.open(sha256)) {
            assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aFileIsKeptLikeItsBytes() throws IOException {
        Path file = Files.writeString(folder.resolve("model"), "abc");
        assertThat(blobs.put(file)).isEqualTo(Hash.sha256("abc"));
    }

    @Test
    void aContentIsWrittenOnce() throws IOException {
        Path place = blobs.path(blobs.put(new byte[] {1}));
        FileTime old = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(place, old);
        blobs.put(new byte[] {1});
        assertThat(Files.getLastModifiedTime(place)).isEqualTo(old);
    }

    @Test
    void aDamagedContentIsFoundAndMendedByPuttingItAgain() throws IOException {
        String sha256 = blobs.put(new byte[] {1, 2, 3});
        Files.write(blobs.path(sha256), new byte[] {1, 2, 4});
        assertThatThrownBy(() -> blobs.verify(sha256))
                .extracting(e -> ((ProblemException) e).problems().getFirst().code())
                .isEqualTo(ErrorCode.MODEL_DAMAGED);
        assertThatThrownBy(() -> blobs.read(sha256)).hasMessageContaining("the content has changed");
        blobs.put(new byte[] {1, 2, 3});
        blobs.verify(sha256);
    }

    @Test
    void aHashThatIsNotKeptOrNoHashIsNotFound() {
        for (String name : new String[] {"0".repeat(64), "../../hansom.db", "ABC", ""}) {
            assertThat(name.length() == 64 && blobs.has(name)).isFalse();
            assertThatThrownBy(() -> blobs.path(name))
                    .extracting(
                            e -> ((ProblemException) e).problems().getFirst().code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
        }
    }
}

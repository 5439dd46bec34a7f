package dev.hansom.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/// What a file looks like from outside: when it differs, the file may have changed.
///
/// Where the system tells when the file itself was last touched (`unix:ctime`), that is used too: it cannot be set
/// back.
record Stamp(
        long size,
        @Nullable FileTime modified,
        @Nullable Object key,
        @Nullable Object touched) {
    /// No file.
    static final Stamp ABSENT = new Stamp(-1, null, null, null);

    static Stamp of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey(), touched(file));
        } catch (IOException e) {
            return ABSENT;
        }
    }

    private static @Nullable Object touched(Path file) throws IOException {
        try {
            return Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return null;
        }
    }
}

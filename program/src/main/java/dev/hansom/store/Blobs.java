package dev.hansom.store;

import java.io.InputStream;
import java.nio.file.Path;

/// Contents by their hash (SHA-256, 64 lower-case hexadecimal digits): written once, never changed.
///
/// Threads: safe for many.
public interface Blobs {
    /// Keeps a content, and says its hash. One that is there already stays; a damaged one is replaced.
    String put(byte[] content);

    /// Keeps the content of a file, and says its hash.
    String put(Path file);

    /// Whether a content of that hash is kept. Its bytes are not read.
    boolean has(String sha256);

    /// A local file that holds the content. Errors: [dev.hansom.base.ErrorCode#NOT_FOUND].
    Path path(String sha256);

    /// The content; the caller closes it. Errors: [dev.hansom.base.ErrorCode#NOT_FOUND].
    InputStream open(String sha256);

    /// The whole content, its hash checked. Errors: [dev.hansom.base.ErrorCode#NOT_FOUND], and
    /// [dev.hansom.base.ErrorCode#MODEL_DAMAGED] where the bytes are not those that were put.
    byte[] read(String sha256);

    /// Reads all bytes and compares their hash; errors as for [#read].
    void verify(String sha256);
}

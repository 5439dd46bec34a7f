package dev.hansom.store;

import dev.hansom.base.AtomicFile;
import dev.hansom.base.ErrorCode;
import dev.hansom.base.FileProblem;
import dev.hansom.base.Hash;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Blobs in a folder: `sha256/<first two digits>/<64 digits>`.
///
/// Threads: safe for many, in many processes.
public final class FolderBlobs implements Blobs {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    /// The folder is made with the first content.
    public FolderBlobs(Path folder) {
        this.folder = folder;
    }

    @Override
    public String put(byte[] content) {
        String sha256 = Hash.sha256(content);
        Path place = place(sha256);
        if (!Files.exists(place) || !Hash.sha256(place).equals(sha256)) {
            AtomicFile.write(place, content);
        }
        return sha256;
    }

    @Override
    public String put(Path file) {
        try {
            return put(Files.readAllBytes(file));
        } catch (IOException e) {
            throw FileProblem.reading(file, e);
        }
    }

    @Override
    public boolean has(String sha256) {
        return Files.isRegularFile(place(sha256));
    }

    @Override
    public Path path(String sha256) {
        Path place = place(sha256);
        if (!Files.isRegularFile(place)) {
            throw unknown(sha256);
        }
        return place;
    }

    @Override
    public InputStream open(String sha256) {
        Path place = path(sha256);
        try {
            return Files.newInputStream(place);
        } catch (IOException e) {
            throw FileProblem.reading(place, e);
        }
    }

    @Override
    public byte[] read(String sha256) {
        Path place = path(sha256);
        try {
            byte[] content = Files.readAllBytes(place);
            check(sha256, Hash.sha256(content), place);
            return content;
        } catch (IOException e) {
            throw FileProblem.reading(place, e);
        }
    }

    @Override
    public void verify(String sha256) {
        Path place = path(sha256);
        check(sha256, Hash.sha256(place), place);
    }

    private Path place(String sha256) {
        if (!HASH.matcher(sha256).matches()) {
            throw unknown(sha256);
        }
        return folder.resolve("sha256").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static void check(String expected, String found, Path place) {
        if (!found.equals(expected)) {
            throw new ProblemException(Problem.of(ErrorCode.MODEL_DAMAGED, place.toString(), "the content has changed")
                    .value("sha256 " + found)
                    .expected(expected)
                    .next("restore the file from a copy, or train again"));
        }
    }

    private ProblemException unknown(String sha256) {
        return new ProblemException(Problem.of(ErrorCode.NOT_FOUND, folder.toString(), "holds no such artifact")
                .value(sha256)
                .expected("the 64 hexadecimal digits of a content that was put"));
    }
}

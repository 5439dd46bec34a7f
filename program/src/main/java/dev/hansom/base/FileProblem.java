package dev.hansom.base;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/// What the file system refused, as a problem of code [ErrorCode#FILE_UNUSABLE].
public final class FileProblem {
    private FileProblem() {}

    /// A file or folder that could not be read.
    public static ProblemException reading(Path path, IOException cause) {
        return problem(path, "cannot be read", cause);
    }

    /// A file or folder that could not be written.
    public static ProblemException writing(Path path, IOException cause) {
        return problem(path, "cannot be written", cause);
    }

    private static ProblemException problem(Path path, String what, IOException cause) {
        return new ProblemException(
                Problem.of(ErrorCode.FILE_UNUSABLE, path.toString(), what + ": " + reason(cause))
                        .next("check the path and its permissions"),
                cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> "it is not there";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "a file, or a link to nothing, is where a folder should be";
            case FileSystemException e when e.getReason() != null -> Objects.requireNonNull(e.getReason());
            default -> String.valueOf(cause.getMessage());
        };
    }
}

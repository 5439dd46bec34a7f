package dev.hansom.base;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
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
        String reason = reason(cause);
        return new ProblemException(
                Problem.of(ErrorCode.FILE_UNUSABLE, path.toString(), what + ": " + reason)
                        .next(next(reason)),
                cause);
    }

    /// Source: the texts of `ENOSPC`, `EDQUOT` and `EFBIG` in glibc.
    private static String next(String reason) {
        String words = reason.toLowerCase(Locale.ROOT);
        if (words.contains("no space left") || words.contains("quota")) {
            return "free some space";
        }
        return words.contains("file too large")
                ? "free some space, or allow larger files (ulimit -f)"
                : "check the path and its permissions";
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> "it is not there";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "a file is where a folder should be";
            case FileSystemException e when e.getReason() != null -> Objects.requireNonNull(e.getReason());
            default -> String.valueOf(cause.getMessage());
        };
    }
}

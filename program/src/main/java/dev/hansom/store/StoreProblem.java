package dev.hansom.store;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What SQLite refused, in words that say whose turn it is.
final class StoreProblem {
    private StoreProblem() {}

    static ProblemException of(Path file, SQLException cause) {
        return new ProblemException(problem(file, cause), cause);
    }

    private static Problem problem(Path file, SQLException cause) {
        if (cause instanceof SQLiteException sqlite
                && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_FOREIGNKEY) {
            return Problem.of(ErrorCode.NOT_FOUND, file.toString(), "knows no such run, experiment or version");
        }
        for (Throwable deeper = cause.getCause(); deeper != null; deeper = deeper.getCause()) {
            if (deeper instanceof NativeLibraryNotFoundException || deeper instanceof LinkageError) {
                return Problem.of(ErrorCode.NATIVE_MISSING, "sqlite", "its native library does not load")
                        .next("let " + System.getProperty("java.io.tmpdir")
                                + " be writable and executable, with 5 MB free");
            }
        }
        String reason = reason(cause);
        return reason == null
                ? Problem.of(ErrorCode.INTERNAL, file.toString(), String.valueOf(cause.getMessage()))
                : Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), reason);
    }

    /// Whether the file, its place or who holds it is to blame, and not the statement.
    static boolean isOfTheFile(SQLException cause) {
        return reason(cause) != null;
    }

    /// Why the file cannot be used, or null when the statement is to blame.
    private static @Nullable String reason(SQLException cause) {
        // The low byte is the primary code, the rest says more.
        int primary = cause instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : 0;
        if (primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return "another process has held it for too long; end that process and try again";
        } else if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return "the disk is full; make room and try again";
        } else if (primary == SQLiteErrorCode.SQLITE_NOTADB.code || primary == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return "is damaged or no SQLite database; restore it from a copy, or choose another home";
        } else if (primary == SQLiteErrorCode.SQLITE_CANTOPEN.code || primary == SQLiteErrorCode.SQLITE_IOERR.code) {
            return "cannot be read or written: the disk may be full, or the folder not writable; free some space, or check"
                    + " its permissions";
        } else if (primary == SQLiteErrorCode.SQLITE_READONLY.code
                || primary == SQLiteErrorCode.SQLITE_PERM.code
                || primary == SQLiteErrorCode.SQLITE_AUTH.code) {
            return "cannot be read or written; check the folder and its permissions";
        }
        return null;
    }
}

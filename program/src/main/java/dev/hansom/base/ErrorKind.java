package dev.hansom.base;

/// Whose turn it is to mend an error, with the exit code of a command and the status of an answer over HTTP.
public enum ErrorKind {
    /// The caller asked for something that cannot be.
    USER(2, 400),
    /// The data are not what the project says.
    DATA(3, 422),
    /// The machine or the program failed.
    SYSTEM(1, 500);

    private final int exitCode;
    private final int status;

    ErrorKind(int exitCode, int status) {
        this.exitCode = exitCode;
        this.status = status;
    }

    /// The exit code of a command that ends with it.
    public int exitCode() {
        return exitCode;
    }

    /// The HTTP status of an answer that reports it.
    public int status() {
        return status;
    }
}

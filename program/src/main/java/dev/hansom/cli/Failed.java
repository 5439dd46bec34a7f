package dev.hansom.cli;

/// A command that another one ran has failed and has said why; only its exit code goes on.
final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;

    Failed(int code) {
        super("exit code " + code);
        this.code = code;
    }

    int code() {
        return code;
    }
}

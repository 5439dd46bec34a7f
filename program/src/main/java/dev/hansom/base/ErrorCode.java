package dev.hansom.base;

import java.util.Locale;

/// Every error that Hansom knows, one section each in `docs/errors.md` and one test that provokes it.
public enum ErrorCode {
    /// A project file breaks its contract.
    PROJECT_INVALID(ErrorKind.USER),
    /// A file or folder that was named is not there, or cannot be read or written.
    FILE_UNUSABLE(ErrorKind.USER),
    /// A command, option or argument that does not fit.
    USAGE(ErrorKind.USER),
    /// A data file is damaged or not of the format it claims.
    DATA_UNREADABLE(ErrorKind.DATA),
    /// A data file that somebody writes to while it is read.
    FILE_CHANGED(ErrorKind.DATA),
    /// A declared field has no column in a data file.
    COLUMN_MISSING(ErrorKind.DATA),
    /// Too few rows or months for what was asked.
    DATA_TOO_SMALL(ErrorKind.DATA),
    /// More rows than the program has memory for.
    DATA_TOO_LARGE(ErrorKind.DATA),
    /// The target is missing everywhere or never usable.
    TARGET_EMPTY(ErrorKind.DATA),
    /// The data break a check that the project states.
    CHECKS_BROKEN(ErrorKind.DATA),
    /// A validity check of the design failed.
    DESIGN_INVALID(ErrorKind.DATA),
    /// A fitted model does not keep a direction that the project promises.
    PROMISE_BROKEN(ErrorKind.DATA),
    /// A port that is in use, a server that does not answer.
    SERVER_UNREACHABLE(ErrorKind.SYSTEM),
    /// A native library that the machine lacks.
    NATIVE_MISSING(ErrorKind.SYSTEM),
    /// A model file that is damaged or does not match its hash.
    MODEL_DAMAGED(ErrorKind.DATA),
    /// A model file with a trait that is not supported, or no model file at all.
    MODEL_UNSUPPORTED(ErrorKind.USER),
    /// A run, version, alias or project that the home does not know.
    NOT_FOUND(ErrorKind.USER),
    /// A model version that has not passed the gate was to become champion.
    GATE_SHUT(ErrorKind.USER),
    /// A value over an interface that does not fit its field.
    REQUEST_INVALID(ErrorKind.USER),
    /// A body, or a number of rows in it, beyond what the server takes at once.
    REQUEST_TOO_LARGE(ErrorKind.USER),
    /// A caller who may not: a missing or wrong token, or a page of another site.
    ACCESS_DENIED(ErrorKind.USER),
    /// Neither the champion nor the rule of a project can answer.
    NOTHING_ANSWERS(ErrorKind.SYSTEM),
    /// A queue of the server is full: the same call will do a little later.
    SERVER_BUSY(ErrorKind.SYSTEM),
    /// Anything else: a defect of Hansom or of the machine.
    INTERNAL(ErrorKind.SYSTEM);

    private final ErrorKind kind;

    ErrorCode(ErrorKind kind) {
        this.kind = kind;
    }

    /// Whose turn it is.
    public ErrorKind kind() {
        return kind;
    }

    /// The name in texts and in `docs/errors.md`, for example `column-missing`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

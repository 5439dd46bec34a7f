package dev.hansom.base;

import java.util.List;
import java.util.stream.Collectors;

/// The one exception of the program: all problems of one input together.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    /// At least one problem.
    public ProblemException(List<Problem> problems) {
        super(text(problems));
        this.problems = List.copyOf(problems);
    }

    /// A single problem.
    public ProblemException(Problem problem) {
        this(List.of(problem));
    }

    /// A single problem and the exception behind it.
    public ProblemException(Problem problem, Throwable cause) {
        this(List.of(problem));
        initCause(cause);
    }

    /// The problems, in the order in which a reader meets them.
    public List<Problem> problems() {
        return problems;
    }

    /// The kind of the first problem: it decides exit code and status.
    public ErrorKind kind() {
        return problems.getFirst().code().kind();
    }

    private static String text(List<Problem> problems) {
        return problems.stream().map(Problem::text).collect(Collectors.joining(System.lineSeparator()));
    }
}

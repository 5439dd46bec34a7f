package dev.hansom.oip;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import java.util.ArrayList;
import java.util.List;

/// The problems of one request, gathered to be told together; never a value of the caller.
final class TensorProblems {
    private static final int TOLD = 20;

    private final List<Problem> problems = new ArrayList<>();

    void add(String where, String what, String expected) {
        problems.add(Problem.of(ErrorCode.REQUEST_INVALID, where, what).expected(expected));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /// Errors: all of them, where there are any.
    void check() {
        if (problems.isEmpty()) {
            return;
        }
        List<Problem> told = new ArrayList<>(problems.subList(0, Math.min(TOLD, problems.size())));
        if (problems.size() > TOLD) {
            told.add(Problem.of(
                    ErrorCode.REQUEST_INVALID, "request", (problems.size() - TOLD) + " more problems like these"));
        }
        throw new ProblemException(told);
    }
}

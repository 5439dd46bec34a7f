package dev.hansom.http;

/// Where a door hangs its routes. A pattern's `{name}` is a segment that [Call#path] gives.
public interface Routes {
    /// What answers a call. Errors: a `ProblemException` becomes an answer by its code; anything else is a 500 that
    /// says nothing of the inside.
    @FunctionalInterface
    interface Action {
        Reply answer(Call call);
    }

    /// Answers GET and HEAD.
    void get(String pattern, Action action);

    /// Answers POST.
    void post(String pattern, Action action);
}

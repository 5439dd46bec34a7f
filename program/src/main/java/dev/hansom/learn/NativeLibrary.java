package dev.hansom.learn;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;

/// What a person is told when a learner's native library does not load.
final class NativeLibrary {
    private NativeLibrary() {}

    /// The problem behind a linkage error, with the package that usually mends it.
    static ProblemException missing(LinkageError error) {
        Throwable deepest = error;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String said = String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
        return new ProblemException(
                Problem.of(ErrorCode.NATIVE_MISSING, "xgboost", "its native library does not load")
                        .value(said)
                        .expected("glibc 2.14 or newer and the OpenMP library")
                        .next(
                                "on Debian or Ubuntu: apt-get install libgomp1; on Fedora: dnf install libgomp; on macOS: brew "
                                        + "install libomp; or set learner.kind: ridge"),
                error);
    }
}

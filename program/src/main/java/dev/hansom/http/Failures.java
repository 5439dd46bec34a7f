package dev.hansom.http;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Json;
import dev.hansom.base.ProblemException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How errors become answers: `{"error": text}` with the status of the first problem's code.
final class Failures {
    private static final Logger LOGGER = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static Reply reply(ProblemException e) {
        ErrorCode code = e.problems().getFirst().code();
        if (code == ErrorCode.INTERNAL) {
            return unexpected(e);
        }
        return reply(status(code), String.valueOf(e.getMessage()));
    }

    static Reply reply(int status, String text) {
        return Reply.json(status, new Json.Members(Map.of("error", new Json.Text(text))));
    }

    /// Says nothing of the inside, which may hold values of the caller.
    static Reply unexpected(Throwable e) {
        LOGGER.error("an answer failed", e);
        return reply(500, "the server failed; its log tells more");
    }

    static int status(ErrorCode code) {
        return switch (code) {
            case NOT_FOUND -> 404;
            case ACCESS_DENIED -> 401;
            case REQUEST_TOO_LARGE -> 413;
            case NOTHING_ANSWERS, SERVER_BUSY -> 503;
            default -> code.kind().status();
        };
    }
}

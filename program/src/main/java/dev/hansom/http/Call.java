package dev.hansom.http;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Json;
import java.util.Optional;

/// One request as a door sees it.
public interface Call {
    /// The segment `{name}` of the route's pattern, decoded.
    String path(String name);

    /// A query parameter, the first of its name.
    Optional<String> query(String name);

    /// A header, the first of its name.
    Optional<String> header(String name);

    /// The whole body, empty where there is none. Errors: too large is a `ProblemException`.
    byte[] body();

    /// The body as JSON. Errors: `REQUEST_INVALID` with line and column, never with what stands there.
    default Json json() {
        return Json.parse(body(), ErrorCode.REQUEST_INVALID, "body");
    }
}

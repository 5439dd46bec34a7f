package dev.hansom.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;

/// What the HTTP library answers on its own (a broken request line, too large a body), as `{"error": text}` too.
///
/// The library's message is left out, because it may hold what the caller sent.
final class PlainFailures implements DirectHandler {
    @Override
    public TransportResponse handle(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, String message) {
        String text = status.code() == 413 ? "the body is too large" : status.reasonPhrase();
        Reply reply = Failures.reply(status.code(), text.isEmpty() ? "the request cannot be answered" : text);
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, reply.type())
                .keepAlive(type.keepAlive())
                .entity(reply.body())
                .build();
    }
}

package dev.hansom.http;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// A request on Helidon.
record HelidonCall(ServerRequest request, int maxBodyBytes) implements Call {
    @Override
    public String path(String name) {
        return request.path().pathParameters().get(name);
    }

    @Override
    public Optional<String> query(String name) {
        return request.query().first(name).asOptional();
    }

    @Override
    public Optional<String> header(String name) {
        return request.headers().first(HeaderNames.create(name));
    }

    @Override
    public byte[] body() {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        if (request.headers().contains(HeaderNames.CONTENT_ENCODING)) {
            throw new ProblemException(
                    Problem.of(ErrorCode.REQUEST_INVALID, "header Content-Encoding", "encoded bodies are not read")
                            .expected("no Content-Encoding"));
        }
        try (InputStream body = request.content().inputStream()) {
            byte[] bytes = body.readNBytes(maxBodyBytes + 1);
            if (bytes.length > maxBodyBytes) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(Problem.of(ErrorCode.REQUEST_TOO_LARGE, "body", "the body is too large")
                .expected("at most " + maxBodyBytes + " bytes")
                .next("send fewer rows a request"));
    }
}

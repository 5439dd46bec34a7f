package dev.hansom.http;

import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRequest;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Routes on Helidon: calls an action, sends its reply, turns errors into replies.
final class HelidonRoutes implements Routes {
    private static final Header[] SAFETY = {
        HeaderValues.createCached("X-Content-Type-Options", "nosniff"),
        HeaderValues.createCached("X-Frame-Options", "DENY"),
        HeaderValues.createCached("Referrer-Policy", "no-referrer"),
        HeaderValues.createCached("Cache-Control", "no-store"),
    };

    private final HttpRouting.Builder routing;
    private final int maxBodyBytes;
    private final Map<String, String> allowed = new TreeMap<>();

    HelidonRoutes(HttpRouting.Builder routing, int maxBodyBytes) {
        this.routing = routing;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public void get(String pattern, Action action) {
        allowed.merge(pattern, "GET, HEAD", (a, b) -> a + ", " + b);
        routing.get(pattern, (request, response) -> answer(action, request, response));
        routing.head(pattern, (request, response) -> answer(action, request, response));
    }

    @Override
    public void post(String pattern, Action action) {
        allowed.merge(pattern, "POST", (a, b) -> a + ", " + b);
        routing.post(pattern, (request, response) -> answer(action, request, response));
    }

    /// After the last door: other verbs on known paths are 405, other paths 404.
    void close() {
        allowed.forEach((pattern, verbs) -> routing.any(pattern, (request, response) -> {
            response.header(HeaderNames.ALLOW, verbs);
            send(Failures.reply(405, "this path knows " + verbs), request, response);
        }));
        routing.any((request, response) -> send(Failures.reply(404, "no such path"), request, response));
    }

    void guard(Guard guard, FilterChain chain, ServerRequest request, ServerResponse response) {
        Optional<Problem> refused = guard.refuse(
                request.path().path(),
                request.authority(),
                header(request, HeaderNames.ORIGIN),
                header(request, HeaderNames.AUTHORIZATION));
        if (refused.isEmpty()) {
            chain.proceed();
            return;
        }
        boolean token = refused.get().where().contains("Authorization");
        if (token) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        send(Failures.reply(token ? 401 : 403, refused.get().text()), request, response);
    }

    private void answer(Action action, ServerRequest request, ServerResponse response) {
        Reply reply;
        try {
            reply = action.answer(new HelidonCall(request, maxBodyBytes));
        } catch (ProblemException e) {
            reply = Failures.reply(e);
        } catch (RequestException | UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            reply = Failures.unexpected(e);
        }
        send(reply, request, response);
    }

    private static void send(Reply reply, HttpRequest request, ServerResponse response) {
        for (Header header : SAFETY) {
            response.header(header);
        }
        response.status(reply.status());
        response.header(HeaderNames.CONTENT_TYPE, reply.type());
        if (request.prologue().method().equals(Method.HEAD)) {
            response.send();
        } else {
            response.send(reply.body());
        }
        if (request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
            // The library promises to close and does not: github.com/helidon-io/helidon/issues/12324.
            throw new CloseConnectionException("the caller asked for it");
        }
    }

    private static String header(HttpRequest request, HeaderName name) {
        return request.headers().first(name).orElse("");
    }
}

package dev.hansom.http;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The one listener: HTTP on virtual threads, a request each.
///
/// Two defaults of the library are changed: `TCP_NODELAY` is on (else a lone small answer waits 40 ms), and a stop
/// waits for what is in flight.
/// Errors: `SERVER_UNREACHABLE` for an address that cannot be had; `USAGE` for one beyond loopback without a token.
/// Threads: safe for many threads.
public final class Listener implements AutoCloseable {
    /// The library tells its starts and stops, and repeats failures that we report; kept, because loggers are weak.
    private static final Logger CHATTER = Logger.getLogger("io.helidon");

    private static final Logger REPEATS = Logger.getLogger("io.helidon.webserver.LoomServer");

    private final WebServer server;
    private final String host;

    private Listener(WebServer server, String host) {
        this.server = server;
        this.host = host;
    }

    /// Opens the doors and listens.
    public static Listener start(ListenerSettings settings, List<Door> doors) {
        CHATTER.setLevel(Level.WARNING);
        REPEATS.setLevel(Level.OFF);
        InetAddress address = address(settings);
        Guard guard = new Guard(address.isLoopbackAddress(), settings.token());
        HttpRouting.Builder routing = HttpRouting.builder();
        HelidonRoutes routes = new HelidonRoutes(routing, settings.maxBodyBytes());
        routing.addFilter((chain, request, response) -> routes.guard(guard, chain, request, response));
        doors.forEach(door -> door.register(routes));
        routes.close();
        WebServer server = WebServer.builder()
                .address(address)
                .port(settings.port())
                .shutdownHook(false)
                .shutdownGracePeriod(settings.grace())
                .maxPayloadSize(settings.maxBodyBytes())
                .connectionOptions(socket -> socket.tcpNoDelay(true))
                .directHandlers(directHandlers())
                .routing(routing)
                .build();
        start(server, settings);
        return new Listener(server, address.isAnyLocalAddress() ? "127.0.0.1" : settings.host());
    }

    /// The port it listens on.
    public int port() {
        return server.port();
    }

    /// Where to reach it from this machine, without a slash at the end.
    public String url() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    /// Accepts no more connections and returns when what was in flight is answered, or the grace is over.
    @Override
    public void close() {
        server.stop();
    }

    private static InetAddress address(ListenerSettings settings) {
        InetAddress address;
        try {
            address = InetAddress.getByName(settings.host());
        } catch (UnknownHostException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.USAGE, settings.host(), "this is no address of this machine")
                            .expected("for example 127.0.0.1"),
                    e);
        }
        if (!address.isLoopbackAddress()
                && settings.token().filter(token -> !token.isBlank()).isEmpty()) {
            throw new ProblemException(
                    Problem.of(ErrorCode.USAGE, settings.host(), "an address that others can reach needs a token")
                            .next("set a token, or listen on 127.0.0.1"));
        }
        return address;
    }

    private static DirectHandlers directHandlers() {
        DirectHandlers.Builder builder = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            builder.addHandler(type, new PlainFailures());
        }
        return builder.build();
    }

    /// The library does not always throw where it cannot listen.
    private static void start(WebServer server, ListenerSettings settings) {
        @Nullable RuntimeException failure = null;
        try {
            server.start();
        } catch (RuntimeException e) {
            failure = e;
        }
        if (failure == null && server.isRunning()) {
            return;
        }
        Problem problem = Problem.of(
                        ErrorCode.SERVER_UNREACHABLE,
                        settings.host() + ":" + settings.port(),
                        "the port is in use or may not be used")
                .next("stop what listens there (hansom serve --stop), or choose another --port (0 = any free one)");
        throw failure == null ? new ProblemException(problem) : new ProblemException(problem, failure);
    }
}

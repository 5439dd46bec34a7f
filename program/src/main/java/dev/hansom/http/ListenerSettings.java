package dev.hansom.http;

import java.time.Duration;
import java.util.Optional;

/// Where the listener stands and what it lets in: address, port (0 = any free one), the bearer token that callers must
/// know (none needed on loopback), the largest body, and how long a stop waits for requests in flight.
public record ListenerSettings(String host, int port, Optional<String> token, int maxBodyBytes, Duration grace) {
    /// On loopback, without a token, bodies up to 32 MiB, ten seconds of grace.
    public static ListenerSettings loopback(int port) {
        return new ListenerSettings("127.0.0.1", port, Optional.empty(), 32 << 20, Duration.ofSeconds(10));
    }

    /// The same elsewhere, for callers who know `token`.
    public ListenerSettings at(String address, String secret) {
        return new ListenerSettings(address, port, Optional.of(secret), maxBodyBytes, grace);
    }
}

package dev.hansom.http;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/// Who may come in: on loopback whoever calls it by a loopback name, elsewhere whoever knows the token.
///
/// The name check stops pages of a browser that point a name of their own at this machine (DNS rebinding); the origin
/// check stops pages that post here blindly.
/// Threads: immutable.
final class Guard {
    private static final String HEALTH = "/v2/health/";

    private final boolean loopback;
    private final Optional<byte[]> token;

    Guard(boolean loopback, Optional<String> token) {
        this.loopback = loopback;
        this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /// What speaks against a request, or nothing. Missing headers are empty.
    Optional<Problem> refuse(String path, String host, String origin, String authorization) {
        if (loopback && !isLoopbackName(name(host))) {
            return Optional.of(Problem.of(ErrorCode.ACCESS_DENIED, "header Host", "this is not a name of this machine")
                    .expected("localhost or 127.0.0.1")
                    .next("call it by that name, or bind the server to an address and set a token"));
        }
        if (!origin.isEmpty() && !sameOrigin(origin, host)) {
            return Optional.of(
                    Problem.of(ErrorCode.ACCESS_DENIED, "header Origin", "pages of another site may not call here"));
        }
        if (token.isPresent() && !path.startsWith(HEALTH) && !knows(authorization, token.get())) {
            return Optional.of(Problem.of(ErrorCode.ACCESS_DENIED, "header Authorization", "missing or wrong")
                    .expected("Bearer and the server's token"));
        }
        return Optional.empty();
    }

    static boolean isLoopbackName(String name) {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("[::1]")
                || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static boolean knows(String authorization, byte[] secret) {
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return false;
        }
        byte[] given = authorization.substring(7).trim().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, secret);
    }

    private static boolean sameOrigin(String origin, String host) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// The name without the port.
    private static String name(String host) {
        int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
        return (end > 0 ? host.substring(0, end) : host).toLowerCase(Locale.ROOT);
    }
}

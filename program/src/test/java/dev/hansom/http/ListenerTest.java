package dev.hansom.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Json;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Door ECHO = routes -> {
        routes.get("/things/{name}", call -> Reply.json(Json.of(call.path("name"))));
        routes.post("/echo", call -> new Reply(200, "text/plain", call.body()));
        routes.get("/v2/health/live", call -> Reply.json(Json.of(true)));
        routes.get("/missing", call -> {
            throw new ProblemException(Problem.of(ErrorCode.NOT_FOUND, "thing", "is not there"));
        });
        routes.get("/broken", call -> {
            throw new IllegalStateException("secret value 4711");
        });
    };

    @Test
    void aPathGivesItsPartsAndHeadHasNoBody() throws Exception {
        try (Listener listener = start(ListenerSettings.loopback(0))) {
            assertThat(get(listener, "/things/a%20b").body()).isEqualTo("\"a b\"");
            HttpResponse<String> head = send(request(listener, "/things/x")
                    .method("HEAD", BodyPublishers.noBody())
                    .build());
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
    }

    @Test
    void everyErrorIsJsonWithAText() throws Exception {
        try (Listener listener = start(ListenerSettings.loopback(0))) {
            assertThat(error(get(listener, "/missing"), 404)).contains("thing: is not there");
            assertThat(error(get(listener, "/nowhere"), 404)).contains("no such path");
            assertThat(error(get(listener, "/echo"), 405)).contains("POST");
            assertThat(error(get(listener, "/broken"), 500)).doesNotContain("4711");
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() throws Exception {
        ListenerSettings settings = new ListenerSettings("127.0.0.1", 0, Optional.empty(), 1000, Duration.ofSeconds(1));
        try (Listener listener = start(settings)) {
            byte[] large = new byte[1001];
            assertThat(send(request(listener, "/echo")
                                    .POST(BodyPublishers.ofByteArray(new byte[1000]))
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(error(
                            send(request(listener, "/echo")
                                    .POST(BodyPublishers.ofByteArray(large))
                                    .build()),
                            413))
                    .contains("too large");
            HttpRequest chunked = request(listener, "/echo")
                    .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large)))
                    .build();
            assertThat(error(send(chunked), 413)).contains("too large");
        }
    }

    @Test
    void aStrangersNameOrPageIsRefusedOnLoopback() throws Exception {
        try (Listener listener = start(ListenerSettings.loopback(0))) {
            assertThat(raw(listener, "evil.example:" + listener.port(), "")).startsWith("HTTP/1.1 403");
            assertThat(raw(listener, "localhost:" + listener.port(), "")).startsWith("HTTP/1.1 200");
            assertThat(raw(listener, "127.0.0.1:" + listener.port(), "Origin: https://evil.example\r\n"))
                    .startsWith("HTTP/1.1 403");
            String own = "localhost:" + listener.port();
            assertThat(raw(listener, own, "Origin: http://" + own + "\r\n")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aTokenIsAskedForEverywhereButAtHealth() throws Exception {
        ListenerSettings settings = ListenerSettings.loopback(0).at("127.0.0.1", "s3cret");
        try (Listener listener = start(settings)) {
            assertThat(error(get(listener, "/things/x"), 401)).contains("Authorization");
            assertThat(get(listener, "/v2/health/live").statusCode()).isEqualTo(200);
            assertThat(send(request(listener, "/things/x")
                                    .header("Authorization", "Bearer s3cret")
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(send(request(listener, "/things/x")
                                    .header("Authorization", "Bearer wrong")
                                    .build())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void anAddressBeyondThisMachineNeedsAToken() {
        ListenerSettings open = new ListenerSettings("0.0.0.0", 0, Optional.empty(), 1000, Duration.ofSeconds(1));
        assertThatThrownBy(() -> start(open))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("token");
        assertThatThrownBy(() -> start(ListenerSettings.loopback(0).at("0.0.0.0", " ")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aPortInUseIsAClearProblem() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> start(ListenerSettings.loopback(taken.getLocalPort())))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.problems().getFirst().code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
                        assertThat(e).hasMessageContaining("in use").hasMessageContaining("--port");
                    });
        }
    }

    @Test
    void aStopAnswersWhatIsInFlight() throws Exception {
        CountDownLatch arrived = new CountDownLatch(5);
        Door slow = routes -> routes.get("/slow", call -> {
            arrived.countDown();
            sleep(700);
            return Reply.json(Json.of("done"));
        });
        Listener listener = Listener.start(ListenerSettings.loopback(0), List.of(slow));
        List<CompletableFuture<HttpResponse<String>>> calls = java.util.stream.Stream.generate(() ->
                        CLIENT.sendAsync(request(listener, "/slow").build(), HttpResponse.BodyHandlers.ofString()))
                .limit(5)
                .toList();
        arrived.await();
        listener.close();
        assertThat(calls).allSatisfy(call -> assertThat(call.get().statusCode()).isEqualTo(200));
    }

    @Test
    void aLoneSmallAnswerDoesNotWait() throws Exception {
        try (Listener listener = start(ListenerSettings.loopback(0))) {
            for (int i = 0; i < 200; i++) {
                get(listener, "/things/x");
            }
            long began = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                get(listener, "/things/x");
            }
            assertThat(Duration.ofNanos((System.nanoTime() - began) / 50)).isLessThan(Duration.ofMillis(20));
        }
    }

    private static Listener start(ListenerSettings settings) {
        return Listener.start(settings, List.of(ECHO));
    }

    private static HttpRequest.Builder request(Listener listener, String path) {
        return HttpRequest.newBuilder(URI.create(listener.url() + path));
    }

    private static HttpResponse<String> get(Listener listener, String path) throws Exception {
        return send(request(listener, path).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String error(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        return Json.parse(response.body()).asText("error");
    }

    private static String raw(Listener listener, String host, String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", listener.port())) {
            String request = "GET /things/x HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(5_000);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.hansom.oip;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Json;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.serve.EventCounts;
import dev.hansom.serve.Truth;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Speaks to a server of ours: asks for predictions, tells what turned out, sees how far the logs are.
///
/// Errors: `SERVER_UNREACHABLE` where nobody answers; what the server refuses comes with its own text.
/// Threads: safe for many threads.
public final class OipClient implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.:\\[\\]-]+/*");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String url;
    private final Optional<String> token;

    /// A client of the server at `url`. Errors: `USAGE` for what is no address.
    public OipClient(String url, Optional<String> token) {
        if (!ADDRESS.matcher(url).matches()) {
            throw new ProblemException(Problem.of(ErrorCode.USAGE, "server", "this is no address of a server")
                    .value(url)
                    .expected("for example http://127.0.0.1:8080"));
        }
        this.url = url.replaceFirst("/+$", "");
        this.token = token;
    }

    /// Whether the server is ready; no, where nobody answers.
    public boolean ready() {
        try {
            return send(request("/v2/health/ready").GET().build()).statusCode() == 200;
        } catch (ProblemException e) {
            return false;
        }
    }

    /// The predictions for rows `from` (inclusive) to `to` (exclusive); of `rows` only the columns of `asked` are sent.
    public Predictions infer(String project, Schema asked, Columns rows, int from, int to) {
        byte[] body = InferBody.of(asked, rows, from, to).bytes();
        return Predictions.read(post("/v2/models/" + project + "/infer", body));
    }

    /// Tells truths (`receivedAt` is the server's to say); how many were taken.
    public long tell(List<Truth> truths) {
        Json body = Json.array(
                truths,
                truth -> Json.object()
                        .put("prediction_id", truth.id())
                        .put("value", truth.value())
                        .put(
                                "observedAt",
                                Instant.EPOCH
                                        .plus(truth.observedAt(), ChronoUnit.MICROS)
                                        .toString())
                        .build());
        return post("/v1/truths", body.bytes()).asWhole("accepted");
    }

    /// What became of predictions and truths since the server started, by `predictions` and `truths`.
    public Map<String, EventCounts> log() {
        Json log = read(send(request("/v1/log").GET().build()));
        return Map.of("predictions", counts(log.member("predictions")), "truths", counts(log.member("truths")));
    }

    /// Waits until nothing is queued any more; whether it was in time.
    public boolean awaitFlushed(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            if (log().values().stream().allMatch(counts -> counts.queued() == 0)) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }

    @Override
    public void close() {
        http.close();
    }

    private static EventCounts counts(Json json) {
        return new EventCounts(
                json.asWhole("accepted"),
                json.asWhole("written"),
                json.asWhole("dropped"),
                json.asWhole("failed"),
                json.asWhole("queued"));
    }

    private Json post(String path, byte[] body) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return read(send(request.build()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.SERVER_UNREACHABLE, url, "the server does not answer")
                            .next("start it: hansom serve"),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of(ErrorCode.SERVER_UNREACHABLE, url, "interrupted"), e);
        }
    }

    private Json read(HttpResponse<byte[]> response) {
        if (response.statusCode() == 200) {
            return Json.parse(response.body(), ErrorCode.SERVER_UNREACHABLE, url);
        }
        throw new ProblemException(
                Problem.of(code(response.statusCode()), url, "the server refused (" + response.statusCode() + ")")
                        .value(error(response.body())));
    }

    private static String error(byte[] body) {
        try {
            return Json.parse(body).asText("error");
        } catch (ProblemException e) {
            return "";
        }
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 401, 403 -> ErrorCode.ACCESS_DENIED;
            case 404 -> ErrorCode.NOT_FOUND;
            case 413 -> ErrorCode.REQUEST_TOO_LARGE;
            case 503 -> ErrorCode.SERVER_BUSY;
            default -> status < 500 ? ErrorCode.REQUEST_INVALID : ErrorCode.INTERNAL;
        };
    }
}

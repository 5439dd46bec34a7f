package dev.hansom.serve;

import static dev.hansom.serve.Bodies.output;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Json;
import dev.hansom.registry.Alias;
import dev.hansom.score.Columns;
import dev.hansom.store.FolderEventLog;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthsTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path home;

    private TestServer server;

    @BeforeEach
    void open() {
        server = new TestServer(home);
        server.alias(Alias.RULE, server.rule("miles * 10"));
        server.champion(server.model(1, 2, "true"));
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void truthsComeLateAndAgainAndForNobody() throws Exception {
        List<String> ids = output(server.infer(Bodies.miles("1", "2", "3")), "prediction_id").stream()
                .map(Json::asText)
                .toList();
        String stranger = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        assertThat(tell(truth(ids.get(0), "4.5", "\"2021-03-01T07:30:00Z\""))).contains("\"accepted\":1");
        tell(truth(ids.get(0), "5.5", "\"2021-03-01T07:31:00Z\""), truth(stranger, "1", "null"));
        tell(truth(ids.get(1), "9", "\"2021-03-01T02:30:00\""));
        server.predictions.flush(SOON);
        server.truths.flush(SOON);
        Traffic traffic = new PredictionLogReader(server.logs("taxi")).read(TestServer.SCHEMA);
        assertThat(traffic.size()).isEqualTo(3);
        assertThat(traffic.counts()).isEqualTo(new Traffic.Counts(1, 1, 0, 0));
        assertThat(traffic.truth(0)).isEqualTo(5.5);
        assertThat(traffic.observedAt(0)).isEqualTo(1_614_583_860_000_000L);
        assertThat(traffic.truth(1)).isEqualTo(9.0);
        assertThat(traffic.observedAt(1)).isEqualTo(1_614_583_800_000_000L);
        assertThat(traffic.truth(2)).isNaN();
        assertThat(traffic.observedAt(2)).isEqualTo(Columns.NULL);
    }

    @Test
    void malformedTruthsAreRefusedTogetherAndNoneIsTaken() throws Exception {
        String id =
                output(server.infer(Bodies.whole()), "prediction_id").getFirst().asText();
        HttpResponse<String> response = server.post(
                "/v1/truths",
                "["
                        + String.join(
                                ",",
                                truth(id, "1", "null"),
                                truth("4711", "1", "null"),
                                truth(id, "\"4711\"", "null"),
                                truth(id, "1", "\"4711\""),
                                "4711",
                                "{\"prediction_id\":\"" + id + "\"}",
                                "{\"prediction_id\":\"" + id + "\",\"value\":1,\"observed_at\":\"4711\"}")
                        + "]");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Json.parse(response.body()).asText("error"))
                .contains(
                        "truth 1.prediction_id",
                        "truth 2.value",
                        "truth 3.observedAt",
                        "truth 4",
                        "truth 5.value",
                        "truth 6")
                .doesNotContain("truth 0", "4711");
        assertThat(server.post("/v1/truths", "{}").statusCode()).isEqualTo(400);
        assertThat(server.truths.counts().accepted()).isZero();
    }

    @Test
    void theLogTellsHowFarItIs() throws Exception {
        server.infer(Bodies.miles("1", "2"));
        server.predictions.flush(SOON);
        Json log = Json.parse(server.get("/v1/log").body()).member("predictions");
        assertThat(log.asWhole("accepted")).isEqualTo(2);
        assertThat(log.asWhole("written")).isEqualTo(2);
        assertThat(log.asWhole("dropped")).isZero();
        assertThat(log.asWhole("queued")).isZero();
    }

    @Test
    void aTornLastLineIsCountedAndTheRestIsRead() throws Exception {
        server.infer(Bodies.miles("1", "2"));
        server.predictions.flush(SOON);
        Path segment =
                FolderEventLog.segments(server.logs("taxi"), PredictionLog.KIND).getFirst();
        Files.writeString(segment, "{\"id\":\"01AR", StandardOpenOption.APPEND);
        Traffic traffic = new PredictionLogReader(server.logs("taxi")).read(TestServer.SCHEMA);
        assertThat(traffic.size()).isEqualTo(2);
        assertThat(traffic.counts().broken()).isEqualTo(1);
    }

    @Test
    void whatTheLogLostIsReadFromTheLog() throws Exception {
        server.infer(Bodies.miles("1", "2"));
        server.predictions.flush(SOON);
        Path segment =
                FolderEventLog.segments(server.logs("taxi"), PredictionLog.KIND).getFirst();
        Files.writeString(segment, "{\"lost\":7}\n{\"lost\":5}\n", StandardOpenOption.APPEND);
        Traffic traffic = new PredictionLogReader(server.logs("taxi")).read(TestServer.SCHEMA);
        assertThat(traffic.size()).isEqualTo(2);
        assertThat(traffic.counts()).isEqualTo(new Traffic.Counts(0, 0, 0, 12));
    }

    @Test
    void noLogsAreNoTraffic() {
        assertThat(new PredictionLogReader(home.resolve("none"))
                        .read(TestServer.SCHEMA)
                        .size())
                .isZero();
    }

    private String tell(String... truths) throws Exception {
        return server.post("/v1/truths", "[" + String.join(",", truths) + "]").body();
    }

    private static String truth(String id, String value, String observedAt) {
        return "{\"prediction_id\":\"%s\",\"value\":%s,\"observedAt\":%s}".formatted(id, value, observedAt);
    }
}

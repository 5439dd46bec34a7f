package dev.hansom.serve;

import static dev.hansom.serve.Bodies.AT;
import static dev.hansom.serve.Bodies.DAY;
import static dev.hansom.serve.Bodies.FLAG;
import static dev.hansom.serve.Bodies.HOLIDAY;
import static dev.hansom.serve.Bodies.MILES;
import static dev.hansom.serve.Bodies.ZONE;
import static dev.hansom.serve.Bodies.of;
import static dev.hansom.serve.Bodies.output;
import static dev.hansom.serve.Bodies.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Json;
import dev.hansom.registry.Alias;
import dev.hansom.score.Columns;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RequestsTest {
    /// A request that is wrong, and what the error has to say; each holds `4711`, which no error may repeat.
    private record Wrong(String body, List<String> told) {}

    private static final String SECRET = "4711";

    static final List<Wrong> WRONG = List.of(
            wrong("", "body"),
            wrong("{\"inputs\": 4711x}", "JSON"),
            wrong("{\"inputs\": [secret4711]}", "JSON", "line 1"),
            wrong("{\"inputs\": [\"4711\\q\"]}", "JSON"),
            wrong("[4711]", "object"),
            wrong("{\"id\":\"4711\"}", "inputs"),
            wrong("{\"inputs\":[4711]}", "inputs[0]"),
            wrong(of(AT, ZONE, FLAG, HOLIDAY, DAY), "tensor miles: missing", "FP64"),
            wrong(of(), "tensor at", "tensor zone", "tensor miles", "tensor flag", "tensor holiday", "tensor day"),
            wrong(of(AT, ZONE, MILES, FLAG, HOLIDAY, DAY, tensor("mils", "FP64", SECRET)), "tensor mils: unknown"),
            wrong(of(AT, ZONE, MILES, MILES, FLAG, HOLIDAY, DAY), "tensor miles: there twice"),
            wrong(of(AT, tensor("zone", "FP64", SECRET), MILES, FLAG, HOLIDAY, DAY), "tensor zone", "INT64"),
            wrong(of(AT, ZONE, tensor("miles", "BYTES", "\"4711\""), FLAG, HOLIDAY, DAY), "tensor miles", "FP64"),
            wrong(of(AT, ZONE, tensor("miles", "FP64", "\"4711\""), FLAG, HOLIDAY, DAY), "tensor miles", "row 0"),
            wrong(of(AT, ZONE, tensor("miles", "FP64", "1e4711"), FLAG, HOLIDAY, DAY), "tensor miles", "row 0"),
            wrong(of(AT, tensor("zone", "INT64", "4711.5"), MILES, FLAG, HOLIDAY, DAY), "tensor zone", "whole"),
            wrong(
                    of(tensor("at", "BYTES", "\"4711-13-45\""), ZONE, MILES, FLAG, HOLIDAY, DAY),
                    "tensor at",
                    "2021-03-01T07:15:00"),
            wrong(of(AT, ZONE, MILES, FLAG, HOLIDAY, tensor("day", "BYTES", "\"4711\"")), "tensor day", "row 0"),
            wrong(of(AT, ZONE, MILES, FLAG, tensor("holiday", "BOOL", SECRET), DAY), "tensor holiday"),
            wrong(of(AT, ZONE, tensor("miles", "FP64", SECRET, SECRET), FLAG, HOLIDAY, DAY), "tensor miles: 2 rows"),
            wrong(of(AT, ZONE, MILES.replace("[1]", "[2]"), FLAG, HOLIDAY, DAY), "tensor miles: 1 values", "2"),
            wrong(of(AT, ZONE, MILES.replace("[1]", "[4711,-1]"), FLAG, HOLIDAY, DAY), "tensor miles: no shape"),
            wrong(of(AT, ZONE, MILES.replace("[1]", "[4294967296,4294967296]"), FLAG, HOLIDAY, DAY), "tensor miles"),
            wrong(of(AT, ZONE, MILES.replace("\"shape\":[1],", ""), FLAG, HOLIDAY, DAY), "tensor miles: no shape"),
            wrong(of(AT, ZONE, MILES.replace("[2.5]", "[[[2.5]]]"), FLAG, HOLIDAY, DAY), "tensor miles: nested"),
            wrong(of(AT, ZONE, MILES.replace("\"data\"", "\"date\""), FLAG, HOLIDAY, DAY), "tensor miles: no data"),
            wrong(
                    of(AT, ZONE, MILES, FLAG, HOLIDAY, DAY)
                            .replace("{\"id\"", "{\"outputs\":[{\"name\":\"4711\"}],\"id\""),
                    "outputs",
                    "prediction_id"),
            wrong(
                    of(tensor("at", "BYTES", "\"4711\""), tensor("zone", "INT64", "\"4711\""), MILES, FLAG, DAY),
                    "tensor holiday: missing"));

    @TempDir
    static Path home;

    private static TestServer server;

    @BeforeAll
    static void open() {
        server = new TestServer(home);
        server.alias(Alias.RULE, server.rule("hour(at)"));
        server.champion(server.model(1, 2, "true"));
        server.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @FieldSource("WRONG")
    void aWrongRequestIsToldAllThatIsWrongAndNoValue(Wrong wrong) throws Exception {
        HttpResponse<String> response = server.post("/v2/models/taxi/infer", wrong.body());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        String error = Json.parse(response.body()).asText("error");
        assertThat(error).contains(wrong.told());
        assertThat(error).doesNotContain(SECRET);
    }

    @Test
    void unknownModelsAndVersionsAreNotFound() throws Exception {
        assertThat(server.post("/v2/models/bus/infer", Bodies.whole()).statusCode())
                .isEqualTo(404);
        assertThat(server.post("/v2/models/taxi/versions/1/infer", Bodies.whole())
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.post("/v2/models/taxi/versions/2/infer", Bodies.whole())
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.get("/v2/models/taxi/versions/2/ready").statusCode()).isEqualTo(200);
        assertThat(server.get("/v2/models/taxi/versions/x").statusCode()).isEqualTo(404);
    }

    @Test
    void metadataNameATensorAField() throws Exception {
        Json metadata = Json.parse(server.get("/v2/models/taxi").body());
        assertThat(metadata.items("versions")).extracting(Json::asText).containsExactly("2");
        assertThat(metadata.items("inputs"))
                .extracting(input -> input.asText("name") + " " + input.asText("datatype"))
                .containsExactly("at BYTES", "zone INT64", "miles FP64", "flag BYTES", "holiday BOOL", "day BYTES");
        assertThat(metadata.items("outputs"))
                .extracting(output -> output.asText("name"))
                .containsExactly("prediction", "source", "reason", "prediction_id");
        assertThat(Json.parse(server.get("/v2").body()).asText("name")).isEqualTo("hansom");
    }

    @Test
    void nestedDataAndNarrowTypesAndNullsAreTaken() throws Exception {
        String body = of(
                AT,
                tensor("zone", "INT32", "74"),
                "{\"name\":\"miles\",\"datatype\":\"FP32\",\"shape\":[1,1],\"data\":[[2.5]]}",
                tensor("flag", "BYTES", "null"),
                tensor("holiday", "BOOL", "null"),
                tensor("day", "BYTES", "null"));
        assertThat(Bodies.prediction(server.infer(body))).isEqualTo(6.0);
    }

    @Test
    void onlyTheOutputsThatAreAskedForComeBack() throws Exception {
        String body = Bodies.whole().replace("{\"id\"", "{\"outputs\":[{\"name\":\"prediction\"}],\"id\"");
        assertThat(server.infer(body).items("outputs")).hasSize(1);
    }

    @Test
    void timesWithAnOffsetBecomeTheProjectsWallClock() throws Exception {
        List<String> times = List.of(
                "2021-03-01T07:15:00",
                "2021-03-01T12:15:00Z",
                "2021-03-01T13:15:00+01:00",
                "2021-03-01 07:15:00",
                "2021-03-01T07:15",
                "2021-03-01T07:15:00.000000",
                "2021-03-31T07:15:00");
        for (String time : times) {
            Json reply = server.infer(of(
                    tensor("at", "BYTES", "\"" + time + "\""),
                    ZONE,
                    tensor("miles", "FP64", "null"),
                    FLAG,
                    HOLIDAY,
                    DAY));
            assertThat(Bodies.prediction(reply)).as(time).isEqualTo(7.0);
        }
    }

    @Test
    void tooManyRowsAreRefused() throws Exception {
        String huge = of(AT, ZONE, MILES, FLAG, HOLIDAY, DAY)
                .replace("[1]", "[100001]")
                .replaceAll("\"data\":\\[([^]]*)]", "\"data\":[" + "null,".repeat(100_000) + "null]");
        HttpResponse<String> response = server.post("/v2/models/taxi/infer", huge);
        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void noRowsAreAnsweredByNothing() throws Exception {
        assertThat(output(
                        server.infer(of(
                                tensor("at", "BYTES"),
                                tensor("zone", "INT64"),
                                tensor("miles", "FP64"),
                                tensor("flag", "BYTES"),
                                tensor("holiday", "BOOL"),
                                tensor("day", "BYTES"))),
                        "prediction"))
                .isEmpty();
    }

    @Test
    void ourClientSaysWhatOurServerReads() throws Exception {
        Columns rows = new Columns(TestServer.SCHEMA, 3);
        for (int i = 0; i < 3; i++) {
            int row = rows.append();
            rows.set(0, row, 1_614_582_900_000_000L + i * 1_500_000L);
            rows.set(1, row, 74L);
            rows.set(2, row, 1.5 + i);
            rows.set(3, row, "N \"é\"");
            rows.set(4, row, 1L);
            rows.set(5, row, 18_687L);
        }
        rows.setNull(2, 2);
        try (var client = server.client()) {
            assertThat(client.ready()).isTrue();
            var predictions =
                    client.infer("taxi", TestServer.SCHEMA, rows, 0, 3).rows();
            assertThat(predictions).extracting(row -> row.value()).containsExactly(4.0, 6.0, 7.0);
            assertThat(predictions).extracting(row -> row.source()).containsExactly("model", "model", "rule");
            assertThat(client.tell(List.of(new Truth(predictions.getFirst().id(), 5, 1_614_583_900_000_000L, 0))))
                    .isEqualTo(1);
            assertThat(client.awaitFlushed(Duration.ofSeconds(5))).isTrue();
            assertThat(client.log().get("truths").written()).isEqualTo(1);
        }
    }

    private static Wrong wrong(String body, String... told) {
        return new Wrong(body, List.of(told));
    }
}

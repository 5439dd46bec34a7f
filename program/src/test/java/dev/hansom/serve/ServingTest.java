package dev.hansom.serve;

import static dev.hansom.serve.Bodies.output;
import static dev.hansom.serve.Bodies.prediction;
import static dev.hansom.serve.Bodies.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hansom.base.Json;
import dev.hansom.registry.Alias;
import dev.hansom.score.Range;
import dev.hansom.store.FolderEventLog;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path home;

    private TestServer server;

    @BeforeEach
    void open() {
        server = new TestServer(home);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theModelAnswersAndTheRuleStandsBeside() throws Exception {
        withRuleAndModel();
        Json reply = server.infer(Bodies.whole());
        assertThat(reply.asText("id")).isEqualTo("q7");
        assertThat(reply.asText("model_name")).isEqualTo("taxi");
        assertThat(reply.asText("model_version")).isEqualTo("2");
        assertThat(reply.member("parameters").asText("model_version")).isEqualTo("2");
        assertThat(prediction(reply)).isEqualTo(6.0);
        assertThat(text(reply, "source")).isEqualTo("model");
        assertThat(text(reply, "reason")).isEmpty();
        assertThat(text(reply, "prediction_id")).hasSize(PredictionIds.LENGTH);
        server.predictions.flush(SOON);
        Traffic traffic = new PredictionLogReader(server.logs("taxi")).read(TestServer.SCHEMA);
        assertThat(traffic.size()).isEqualTo(1);
        assertThat(traffic.rule(0)).isEqualTo(25.0);
        assertThat(traffic.model(0)).isEqualTo(6.0);
        assertThat(traffic.prediction(0)).isEqualTo(6.0);
        assertThat(traffic.version(0)).isEqualTo(2);
        assertThat(traffic.ruleVersion(0)).isEqualTo(1);
        assertThat(traffic.id(0)).isEqualTo(text(reply, "prediction_id"));
        assertThat(traffic.at(0)).isEqualTo(1_614_582_900_000_000L);
        assertThat(traffic.fields().integer(1, 0)).isEqualTo(74);
        assertThat(traffic.fields().number(2, 0)).isEqualTo(2.5);
        assertThat(traffic.fields().isNull(3, 0)).isTrue();
        assertThat(traffic.fields().integer(4, 0)).isEqualTo(1);
        assertThat(traffic.fields().integer(5, 0)).isEqualTo(18_687);
        assertThat(traffic.truth(0)).isNaN();
    }

    @Test
    void aRuleAsChampionAnswersAndAShadowIsOnlyLogged() throws Exception {
        int rule = server.rule("miles * 10");
        server.alias(Alias.RULE, rule);
        server.champion(rule);
        server.alias(Alias.SHADOW, server.model(1, 2, "true"));
        server.start();
        Json reply = server.infer(Bodies.whole());
        assertThat(prediction(reply)).isEqualTo(25.0);
        assertThat(text(reply, "source")).isEqualTo("rule");
        assertThat(text(reply, "reason")).isEqualTo("champion_is_rule");
        server.predictions.flush(SOON);
        Traffic traffic = new PredictionLogReader(server.logs("taxi")).read(TestServer.SCHEMA);
        assertThat(traffic.model(0)).isEqualTo(6.0);
        assertThat(traffic.modelVersion(0)).isEqualTo(2);
        assertThat(traffic.version(0)).isEqualTo(1);
        assertThat(traffic.reason(0)).isEqualTo(Reason.CHAMPION_IS_RULE);
    }

    @Test
    void rowsThatTheModelCannotAnswerGoToTheRule() throws Exception {
        server.alias(Alias.RULE, server.rule("coalesce(miles, 7) * 10"));
        server.champion(server.model(1, 2, "miles is null or miles < 100"));
        server.start();
        Json reply = server.infer(Bodies.miles("2.5", "null", "250"));
        assertThat(output(reply, "prediction")).extracting(Json::asReal).containsExactly(6.0, 70.0, 2500.0);
        assertThat(output(reply, "source")).extracting(Json::asText).containsExactly("model", "rule", "rule");
        assertThat(output(reply, "reason")).extracting(Json::asText).containsExactly("", "no_answer", "outside_keep");
        assertThat(server.get("/metrics").body())
                .contains("hansom_predictions_total{model=\"taxi\",source=\"model\",version=\"2\"} 1.0")
                .contains("hansom_predictions_total{model=\"taxi\",source=\"rule\",version=\"2\"} 2.0")
                .contains("hansom_fallbacks_total{model=\"taxi\",reason=\"outside_keep\"} 1.0")
                .contains("hansom_model_info{")
                .contains("hansom_prediction_duration_seconds_bucket")
                .contains("hansom_prediction_log_accepted_total 3.0")
                .contains("hansom_ready 1.0");
    }

    @Test
    void answersOutsideThePromisedRangeAreBroughtIntoItAndCounted() throws Exception {
        server.champion(server.rule("miles * 10", new Range(0, 60)));
        server.start();
        Json reply = server.infer(Bodies.miles("-3", "2.5", "6", "250"));
        assertThat(output(reply, "prediction")).extracting(Json::asReal).containsExactly(0.0, 25.0, 60.0, 60.0);
        assertThat(server.get("/metrics").body())
                .contains("hansom_clamped_answers_total{model=\"taxi\",version=\"1\"} 2.0");
        server.predictions.flush(Duration.ofSeconds(5));
        Path segment =
                FolderEventLog.segments(server.logs("taxi"), PredictionLog.KIND).getFirst();
        assertThat(Files.readAllLines(segment).stream().map(line -> line.contains("\"clamped\":true")))
                .containsExactly(true, false, false, true);
    }

    @Test
    void aRowThatNobodyCanAnswerIsNull() throws Exception {
        server.alias(Alias.RULE, server.rule("miles * 10"));
        server.champion(server.model(1, 2, "true"));
        server.start();
        Json reply = server.infer(Bodies.miles("null"));
        assertThat(output(reply, "prediction").getFirst().isNull()).isTrue();
        assertThat(text(reply, "reason")).isEqualTo("no_answer");
    }

    @Test
    void aDamagedModelIsAnsweredByTheRuleUntilItIsRestored() throws Exception {
        withRuleAndModel();
        Path file = server.file(Alias.CHAMPION);
        byte[] good = Files.readAllBytes(file);
        byte[] bad = good.clone();
        bad[bad.length / 2] ^= 1;
        Files.write(file, bad);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(text(server.infer(Bodies.whole()), "reason")).isEqualTo("model_damaged"));
        Json reply = server.infer(Bodies.whole());
        assertThat(prediction(reply)).isEqualTo(25.0);
        assertThat(text(reply, "source")).isEqualTo("rule");
        assertThat(server.get("/v2/health/ready").statusCode()).isEqualTo(200);
        assertThat(server.get("/v2/health/ready").body()).contains("version 2, champion", "SHA-256");
        Files.delete(file);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(text(server.infer(Bodies.whole()), "reason")).isEqualTo("model_missing"));
        Files.write(file, good);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(text(server.infer(Bodies.whole()), "source")).isEqualTo("model"));
        assertThat(prediction(server.infer(Bodies.whole()))).isEqualTo(6.0);
    }

    @Test
    void aDamagedRuleLeavesTheModelAloneAndIsShown() throws Exception {
        withRuleAndModel();
        Path file = server.file(Alias.RULE);
        Files.write(file, new byte[] {1, 2, 3});
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(server.get("/v2/models/taxi/ready").body()).contains("\"fallback\":false"));
        Json reply = server.infer(Bodies.whole());
        assertThat(prediction(reply)).isEqualTo(6.0);
        assertThat(text(reply, "source")).isEqualTo("model");
        Files.delete(server.file(Alias.CHAMPION));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(server.post("/v2/models/taxi/infer", Bodies.whole())
                                .statusCode())
                        .isEqualTo(503));
        assertThat(Json.parse(server.post("/v2/models/taxi/infer", Bodies.whole())
                                .body())
                        .asText("error"))
                .contains("neither the champion nor the rule");
        assertThat(server.get("/v2/health/ready").statusCode()).isEqualTo(503);
    }

    @Test
    void aServerStartsOnADamagedModelToo() throws Exception {
        server.alias(Alias.RULE, server.rule("miles * 10"));
        server.champion(server.model(1, 2, "true"));
        Files.write(server.file(Alias.CHAMPION), new byte[0]);
        server.start();
        assertThat(server.deployments.ready()).isTrue();
        assertThat(text(server.infer(Bodies.whole()), "reason")).isEqualTo("model_damaged");
    }

    @Test
    void aliasesMoveUnderLoadWithoutAFailedOrMixedAnswer() throws Exception {
        withRuleAndModel();
        int second = server.model(100, 2, "true");
        int third = server.rule("miles * 11");
        server.infer(Bodies.whole());
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong answered = new AtomicLong();
        List<String> wrong = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            clients.add(Thread.ofPlatform().start(() -> load(stop, answered, wrong)));
        }
        int[] turn = {2, second, third};
        for (int swap = 1; swap <= 51; swap++) {
            server.champion(turn[swap % 3]);
            server.deployments.look();
            Thread.sleep(20);
        }
        stop.set(true);
        for (Thread client : clients) {
            client.join();
        }
        assertThat(wrong).isEmpty();
        assertThat(answered.get()).isGreaterThan(200);
    }

    @Test
    void aMovedAliasIsNoticedWithoutARestart() throws Exception {
        withRuleAndModel();
        int second = server.model(100, 2, "true");
        assertThat(prediction(server.infer(Bodies.whole()))).isEqualTo(6.0);
        server.champion(second);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(prediction(server.infer(Bodies.whole()))).isEqualTo(105.0));
    }

    @Test
    void aServerIsReadyOnlyWhenAllIsLoadedAndNoStopHasBegun() throws Exception {
        assertThat(server.get("/v2/health/live").body()).isEqualTo("{\"live\":true}");
        assertThat(server.get("/v2/health/ready").statusCode()).isEqualTo(503);
        withRuleAndModel();
        assertThat(server.get("/v2/health/ready").body()).isEqualTo("{\"ready\":true}");
        server.deployments.drain();
        assertThat(server.get("/v2/health/ready").statusCode()).isEqualTo(503);
        assertThat(prediction(server.infer(Bodies.whole()))).isEqualTo(6.0);
    }

    @Test
    void theRunningServerOfAHomeIsFound() {
        Servers servers = new Servers(server.store, TestServer.CLOCK);
        assertThat(servers.running()).isEmpty();
        Server dead = servers.started(Integer.MAX_VALUE, "http://127.0.0.1:1");
        Server alive = servers.started(ProcessHandle.current().pid(), server.listener.url());
        assertThat(servers.running()).containsExactly(alive);
        servers.stopped(alive);
        servers.stopped(dead);
        assertThat(servers.running()).isEmpty();
    }

    private void withRuleAndModel() {
        server.alias(Alias.RULE, server.rule("miles * 10"));
        server.champion(server.model(1, 2, "true"));
        server.start();
    }

    private void load(AtomicBoolean stop, AtomicLong answered, List<String> wrong) {
        while (!stop.get()) {
            try {
                HttpResponse<String> response = server.post("/v2/models/taxi/infer", Bodies.whole());
                Json reply = Json.parse(response.body());
                double expected = switch (reply.asText("model_version")) {
                    case "2" -> 6.0;
                    case "3" -> 105.0;
                    default -> 27.5;
                };
                if (response.statusCode() != 200 || prediction(reply) != expected) {
                    wrong.add(response.body());
                }
                answered.incrementAndGet();
            } catch (Exception e) {
                wrong.add(e.toString());
            }
        }
    }
}

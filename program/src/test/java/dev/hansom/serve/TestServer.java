package dev.hansom.serve;

import dev.hansom.api.ApiDoor;
import dev.hansom.base.Json;
import dev.hansom.http.Listener;
import dev.hansom.http.ListenerSettings;
import dev.hansom.http.MetricsDoor;
import dev.hansom.http.ServingMetrics;
import dev.hansom.oip.OipClient;
import dev.hansom.oip.OipDoor;
import dev.hansom.registry.Alias;
import dev.hansom.registry.Aliases;
import dev.hansom.registry.GateQuestion;
import dev.hansom.registry.GateResult;
import dev.hansom.registry.Gates;
import dev.hansom.registry.ModelVersion;
import dev.hansom.registry.ModelVersions;
import dev.hansom.registry.NewVersion;
import dev.hansom.registry.VersionKind;
import dev.hansom.score.Model;
import dev.hansom.score.Provenance;
import dev.hansom.score.Range;
import dev.hansom.score.Schema;
import dev.hansom.score.Signature;
import dev.hansom.score.Type;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.kernel.Formula;
import dev.hansom.score.kernel.Linear;
import dev.hansom.store.EventLog;
import dev.hansom.store.FolderEventLog;
import dev.hansom.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/// A real server on a real home with one project, `taxi`: fields of every type, rules and models of a line each.
final class TestServer implements AutoCloseable {
    static final Schema SCHEMA = new Schema(List.of(
            new Schema.Column("at", Type.TIMESTAMP),
            new Schema.Column("zone", Type.INT64),
            new Schema.Column("miles", Type.DOUBLE),
            new Schema.Column("flag", Type.STRING),
            new Schema.Column("holiday", Type.BOOLEAN),
            new Schema.Column("day", Type.DATE)));
    static final String PROJECT = "taxi";
    static final Clock CLOCK = Clock.systemUTC();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final Path home;
    final Store store;
    final Deployments deployments;
    final PredictionLog predictions;
    final Truths truths;
    final Listener listener;

    TestServer(Path home) {
        this(home, Function.identity(), 100_000);
    }

    TestServer(Path home, Function<EventLog, EventLog> sink, int limit) {
        this.home = home;
        this.store = Store.open(home, CLOCK);
        this.deployments =
                new Deployments(new Wishes(store), wanted -> store.blobs().path(wanted.sha256()));
        this.predictions = new PredictionLog(project -> sink.apply(log(project, PredictionLog.KIND)), limit);
        this.truths = new Truths(project -> log(project, Truths.KIND), limit);
        Answers answers = new Answers(new PredictionIds(CLOCK, new SplittableRandom()), CLOCK, predictions::offer);
        ServingMetrics metrics = new ServingMetrics(deployments, predictions::counts, truths::counts);
        this.listener = Listener.start(
                ListenerSettings.loopback(0),
                List.of(
                        new OipDoor(deployments, answers, metrics, "test"),
                        new ApiDoor(deployments, predictions, truths, CLOCK),
                        new MetricsDoor(metrics)));
    }

    TestServer start() {
        deployments.start();
        return this;
    }

    private EventLog log(String project, String kind) {
        return new FolderEventLog(
                logs(project), kind, ProcessHandle.current().pid(), CLOCK, FolderEventLog.Roll.DEFAULT);
    }

    Path logs(String project) {
        return home.resolve("logs").resolve(project);
    }

    OipClient client() {
        return new OipClient(listener.url(), Optional.empty());
    }

    /// Registers a rule that answers `expression`.
    int rule(String expression) {
        return rule(expression, Range.ANY);
    }

    /// Registers a rule that answers `expression`, brought into `range`.
    int rule(String expression, Range range) {
        return register(
                VersionKind.RULE,
                new Model(
                        signature("true"),
                        new Vocabulary(List.of(), List.of(), List.of()),
                        List.of(),
                        new Formula(expression),
                        new Provenance(Map.of()),
                        range));
    }

    /// Registers a model that answers `intercept + slope * miles` for rows that `keep` means; nothing without miles.
    int model(double intercept, double slope, String keep) {
        int version = register(VersionKind.MODEL, linear(intercept, slope, keep));
        new Gates(store).record(PROJECT, version, new GateResult(List.of(new GateQuestion("test", true, "a test"))));
        return version;
    }

    static Model linear(double intercept, double slope, String keep) {
        return new Model(
                signature(keep),
                new Vocabulary(List.of(), List.of(), List.of()),
                List.of(new Feature("miles", "miles")),
                new Linear(intercept, new double[] {slope}, new double[] {Double.NaN}),
                new Provenance(Map.of("run", "r1")));
    }

    private int register(VersionKind kind, Model model) {
        String sha256 = store.blobs().put(model.bytes());
        ModelVersion version = new ModelVersions(store)
                .create(new NewVersion(PROJECT, kind, sha256, null, "", Map.of("kind", model.kind())));
        return version.version();
    }

    void alias(String alias, int version) {
        new Aliases(store).set(PROJECT, alias, version, "test", "test");
    }

    void champion(int version) {
        alias(Alias.CHAMPION, version);
    }

    /// The file of what an alias stands for.
    Path file(String alias) {
        return store.blobs()
                .path(new Aliases(store).version(PROJECT, alias).orElseThrow().sha256());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(listener.url() + path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(listener.url() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    Json infer(String body) throws IOException, InterruptedException {
        HttpResponse<String> response = post("/v2/models/" + PROJECT + "/infer", body);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return Json.parse(response.body());
    }

    /// The order of closing that a server keeps: nothing new, what is in flight, the logs, the rest.
    @Override
    public void close() {
        deployments.drain();
        listener.close();
        predictions.close();
        truths.close();
        deployments.close();
        store.close();
    }

    private static Signature signature(String keep) {
        return new Signature(PROJECT, SCHEMA, "at", "America/New_York", keep, "minutes", "minutes");
    }
}

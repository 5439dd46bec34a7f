package dev.hansom.oip;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Json;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.http.Call;
import dev.hansom.http.Door;
import dev.hansom.http.Reply;
import dev.hansom.http.Routes;
import dev.hansom.http.ServingMetrics;
import dev.hansom.serve.Answered;
import dev.hansom.serve.Answering;
import dev.hansom.serve.Answers;
import dev.hansom.serve.Deployments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The Open Inference Protocol over REST: health, metadata, inference; a version in the path must be the one that
/// answers.
///
/// Source: github.com/kserve/open-inference-protocol, REST.
/// Threads: immutable.
public final class OipDoor implements Door {
    /// The most rows of one request.
    public static final int MAX_ROWS = 100_000;

    private final Deployments deployments;
    private final Answers answers;
    private final ServingMetrics metrics;
    private final String version;

    /// `version` is the program's own.
    public OipDoor(Deployments deployments, Answers answers, ServingMetrics metrics, String version) {
        this.deployments = deployments;
        this.answers = answers;
        this.metrics = metrics;
        this.version = version;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/v2/health/live", call -> Reply.json(one("live", new Json.Bool(true))));
        routes.get("/v2/health/ready", call -> ready());
        routes.get("/v2", call -> Reply.json(server()));
        for (String model : List.of("/v2/models/{model}", "/v2/models/{model}/versions/{version}")) {
            boolean versioned = model.endsWith("}") && model.contains("versions");
            routes.get(model, call -> Reply.json(new ModelMetadata(asked(call, versioned)).json()));
            routes.get(model + "/ready", call -> modelReady(asked(call, versioned)));
            routes.post(model + "/infer", call -> infer(call, asked(call, versioned)));
        }
    }

    private Reply infer(Call call, Answering answering) {
        long began = System.nanoTime();
        if (call.header("Inference-Header-Content-Length").isPresent()) {
            throw new ProblemException(Problem.of(ErrorCode.REQUEST_INVALID, "inputs", "binary tensors are not read")
                    .expected("JSON data")
                    .next("set binary_data=False in the client"));
        }
        InferRequest request = InferRequest.read(call.json(), answering.asked(), MAX_ROWS);
        Answered answered = answers.answer(answering, request.rows());
        Reply reply = Reply.json(new InferReply(request, answered).json());
        metrics.answered(answered, System.nanoTime() - began);
        return reply;
    }

    private Answering asked(Call call, boolean versioned) {
        Answering answering = deployments.find(call.path("model"));
        if (versioned && !call.path("version").equals(String.valueOf(answering.version()))) {
            throw new ProblemException(
                    Problem.of(ErrorCode.NOT_FOUND, answering.project(), "this version does not answer")
                            .expected("version " + answering.version()));
        }
        return answering;
    }

    private Reply ready() {
        boolean ready = deployments.ready();
        Map<String, Json> body = new LinkedHashMap<>();
        body.put("ready", new Json.Bool(ready));
        List<Json> problems = deployments.problems().stream()
                .map(text -> (Json) new Json.Text(text))
                .toList();
        if (!problems.isEmpty()) {
            body.put("problems", new Json.Items(problems));
        }
        return Reply.json(ready ? 200 : 503, new Json.Members(body));
    }

    private static Reply modelReady(Answering answering) {
        Map<String, Json> body = new LinkedHashMap<>();
        body.put("name", new Json.Text(answering.project()));
        body.put("ready", new Json.Bool(answering.canAnswer()));
        body.put("model", new Json.Bool(answering.modelAnswers()));
        body.put("fallback", new Json.Bool(answering.hasFallback()));
        List<Json> problems = answering.problems().stream()
                .map(text -> (Json) new Json.Text(text))
                .toList();
        body.put("problems", new Json.Items(problems));
        return Reply.json(answering.canAnswer() ? 200 : 503, new Json.Members(body));
    }

    private Json server() {
        Map<String, Json> body = new LinkedHashMap<>();
        body.put("name", new Json.Text("hansom"));
        body.put("version", new Json.Text(version));
        body.put("extensions", new Json.Items(List.of()));
        body.put(
                "models",
                new Json.Items(deployments.all().stream()
                        .map(answering -> (Json) new Json.Text(answering.project()))
                        .toList()));
        return new Json.Members(body);
    }

    private static Json one(String name, Json value) {
        return new Json.Members(Map.of(name, value));
    }
}

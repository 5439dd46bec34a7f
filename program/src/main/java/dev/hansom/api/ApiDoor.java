package dev.hansom.api;

import dev.hansom.base.Json;
import dev.hansom.http.Call;
import dev.hansom.http.Door;
import dev.hansom.http.Reply;
import dev.hansom.http.Routes;
import dev.hansom.serve.Answering;
import dev.hansom.serve.Deployments;
import dev.hansom.serve.EventCounts;
import dev.hansom.serve.PredictionLog;
import dev.hansom.serve.Truth;
import dev.hansom.serve.Truths;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `POST /v1/truths` takes what turned out; `GET /v1/log` tells what became of predictions and truths.
///
/// Threads: immutable.
public final class ApiDoor implements Door {
    private final Deployments deployments;
    private final PredictionLog predictions;
    private final Truths truths;
    private final Clock clock;

    public ApiDoor(Deployments deployments, PredictionLog predictions, Truths truths, Clock clock) {
        this.deployments = deployments;
        this.predictions = predictions;
        this.truths = truths;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/v1/truths", this::accept);
        routes.get("/v1/log", call -> Reply.json(log()));
    }

    private Reply accept(Call call) {
        List<Answering> deployed = deployments.all();
        List<Truth> read = new TruthsReader(deployed, clock.instant()).read(call.json());
        truths.accept(read, deployed.stream().map(Answering::project).toList());
        return Reply.json(new Json.Members(Map.of("accepted", new Json.Whole(read.size()))));
    }

    private Json log() {
        Map<String, Json> body = new LinkedHashMap<>();
        body.put("predictions", counts(predictions.counts()));
        body.put("truths", counts(truths.counts()));
        return new Json.Members(body);
    }

    private static Json counts(EventCounts counts) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("accepted", new Json.Whole(counts.accepted()));
        members.put("written", new Json.Whole(counts.written()));
        members.put("dropped", new Json.Whole(counts.dropped()));
        members.put("failed", new Json.Whole(counts.failed()));
        members.put("queued", new Json.Whole(counts.queued()));
        return new Json.Members(members);
    }
}

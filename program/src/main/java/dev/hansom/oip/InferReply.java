package dev.hansom.oip;

import dev.hansom.base.Json;
import dev.hansom.serve.Answered;
import dev.hansom.serve.Answering;
import dev.hansom.serve.Served;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// An inference response: one tensor an output, one value a row; a row without a prediction is null.
record InferReply(InferRequest request, Answered answered) {
    Json json() {
        Answering by = answered.by();
        Map<String, Json> reply = new LinkedHashMap<>();
        reply.put("model_name", new Json.Text(by.project()));
        reply.put("model_version", version(by.version()));
        request.id().ifPresent(id -> reply.put("id", new Json.Text(id)));
        Map<String, Json> parameters = new LinkedHashMap<>();
        parameters.put("model_version", version(by.version()));
        if (by.ruleVersion() > 0) {
            parameters.put("rule_version", version(by.ruleVersion()));
        }
        reply.put("parameters", new Json.Members(parameters));
        reply.put(
                "outputs",
                new Json.Items(request.outputs().stream().map(this::output).toList()));
        return new Json.Members(reply);
    }

    private Json output(String name) {
        return switch (name) {
            case "prediction" -> tensor(name, Datatype.FP64, InferReply::prediction);
            case "source" ->
                tensor(name, Datatype.BYTES, row -> new Json.Text(row.source().slug()));
            case "reason" ->
                tensor(name, Datatype.BYTES, row -> new Json.Text(row.reason().slug()));
            default -> tensor(name, Datatype.BYTES, row -> new Json.Text(row.id()));
        };
    }

    private Json tensor(String name, String datatype, Function<Served, Json> value) {
        List<Json> data = new ArrayList<>(answered.served().size());
        for (Served row : answered.served()) {
            data.add(value.apply(row));
        }
        Map<String, Json> tensor = new LinkedHashMap<>();
        tensor.put("name", new Json.Text(name));
        tensor.put("datatype", new Json.Text(datatype));
        tensor.put("shape", new Json.Items(List.of(new Json.Whole(data.size()))));
        tensor.put("data", new Json.Items(data));
        return new Json.Members(tensor);
    }

    private static Json prediction(Served row) {
        return Double.isNaN(row.prediction()) ? Json.none() : new Json.Real(row.prediction());
    }

    private static Json version(int version) {
        return new Json.Text(String.valueOf(version));
    }
}

package dev.hansom.oip;

import dev.hansom.base.Json;
import java.util.ArrayList;
import java.util.List;

/// What a server said to the rows of one request, row by row.
public record Predictions(List<Prediction> rows) {
    /// One answer: its id, the prediction (NaN where there is none), who said it (`model` or `rule`) and why.
    public record Prediction(String id, double value, String source, String reason) {}

    public Predictions {
        rows = List.copyOf(rows);
    }

    /// Reads an inference response.
    static Predictions read(Json reply) {
        List<Json> values = output(reply, "prediction");
        List<Json> ids = output(reply, "prediction_id");
        List<Json> sources = output(reply, "source");
        List<Json> reasons = output(reply, "reason");
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            rows.add(new Prediction(
                    ids.get(i).asText(),
                    values.get(i).isNull() ? Double.NaN : values.get(i).asReal(),
                    sources.get(i).asText(),
                    reasons.get(i).asText()));
        }
        return new Predictions(rows);
    }

    private static List<Json> output(Json reply, String name) {
        return reply.items("outputs").stream()
                .filter(output -> output.asText("name").equals(name))
                .findFirst()
                .orElse(Json.object().build())
                .items("data");
    }
}

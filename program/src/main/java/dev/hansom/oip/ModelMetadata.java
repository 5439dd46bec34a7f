package dev.hansom.oip;

import dev.hansom.base.Json;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import dev.hansom.serve.Answering;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the protocol tells of a model: its version, a tensor a field, the outputs.
record ModelMetadata(Answering answering) {
    Json json() {
        Map<String, Json> metadata = new LinkedHashMap<>();
        metadata.put("name", new Json.Text(answering.project()));
        metadata.put("versions", new Json.Items(List.of(new Json.Text(String.valueOf(answering.version())))));
        metadata.put("platform", new Json.Text("hansom"));
        metadata.put("inputs", new Json.Items(inputs(answering.asked().schema())));
        metadata.put("outputs", new Json.Items(outputs()));
        return new Json.Members(metadata);
    }

    private static List<Json> inputs(Schema schema) {
        List<Json> inputs = new ArrayList<>();
        for (Schema.Column column : schema.columns()) {
            inputs.add(tensor(column.name(), Datatype.of(column.type()), column.type()));
        }
        return inputs;
    }

    private static List<Json> outputs() {
        List<Json> outputs = new ArrayList<>();
        for (String name : InferRequest.OUTPUTS) {
            boolean number = name.equals("prediction");
            outputs.add(tensor(name, number ? Datatype.FP64 : Datatype.BYTES, number ? Type.DOUBLE : Type.STRING));
        }
        return outputs;
    }

    private static Json tensor(String name, String datatype, Type type) {
        Map<String, Json> tensor = new LinkedHashMap<>();
        tensor.put("name", new Json.Text(name));
        tensor.put("datatype", new Json.Text(datatype));
        tensor.put("shape", new Json.Items(List.of(new Json.Whole(-1))));
        tensor.put("parameters", new Json.Members(Map.of("type", new Json.Text(type.text()))));
        return new Json.Members(tensor);
    }
}

package dev.hansom.oip;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Json;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Signature;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An inference request bound to the fields that a model asks for: its id, the rows, and the outputs asked for.
///
/// Errors: all problems at once, naming tensors and rows, never a value.
record InferRequest(Optional<String> id, Columns rows, Set<String> outputs) {
    /// The outputs there are, in order.
    static final List<String> OUTPUTS = List.of("prediction", "source", "reason", "prediction_id");

    /// Reads a request against what is `asked`; times without an offset are wall clock, times with one become so in the
    /// signature's zone.
    static InferRequest read(Json body, Signature asked, int maxRows) {
        Schema schema = asked.schema();
        TensorProblems problems = new TensorProblems();
        Map<String, Json> members = members(body);
        Set<String> outputs = outputs(members.get("outputs"), problems);
        List<Tensor> tensors = new TensorReader(problems).read(members.getOrDefault("inputs", Json.none()));
        Tensor[] byField = byField(tensors, members.get("inputs"), schema, problems);
        problems.check();
        int rows = rows(byField, maxRows, problems);
        problems.check();
        Columns columns = new Columns(schema, rows);
        for (int row = 0; row < rows; row++) {
            columns.append();
        }
        ColumnReader reader = new ColumnReader(columns, new WallClock(ZoneId.of(asked.zone())), problems);
        for (int field = 0; field < byField.length; field++) {
            reader.read(field, byField[field]);
        }
        problems.check();
        return new InferRequest(id(members.get("id")), columns, outputs);
    }

    private static Map<String, Json> members(Json body) {
        if (body instanceof Json.Members(Map<String, Json> members)) {
            return members;
        }
        throw new ProblemException(Problem.of(ErrorCode.REQUEST_INVALID, "body", "not a JSON object")
                .expected("{\"inputs\": [{\"name\", \"shape\", \"datatype\", \"data\"}, …]}"));
    }

    private static Optional<String> id(@Nullable Json id) {
        return id instanceof Json.Text(String text) ? Optional.of(text) : Optional.empty();
    }

    private static Set<String> outputs(@Nullable Json json, TensorProblems problems) {
        if (!(json instanceof Json.Items(List<Json> items)) || items.isEmpty()) {
            return new LinkedHashSet<>(OUTPUTS);
        }
        Set<String> asked = new LinkedHashSet<>();
        for (Json item : items) {
            if (item instanceof Json.Members(Map<String, Json> members)
                    && members.get("name") instanceof Json.Text(String name)
                    && OUTPUTS.contains(name)) {
                asked.add(name);
            } else {
                problems.add("outputs", "an output that there is not", "one of " + String.join(", ", OUTPUTS));
            }
        }
        return asked;
    }

    private static Tensor[] byField(
            List<Tensor> tensors, @Nullable Json inputs, Schema schema, TensorProblems problems) {
        Tensor[] byField = new Tensor[schema.size()];
        for (Tensor tensor : tensors) {
            String where = "tensor " + TensorReader.shown(tensor.name());
            int field = schema.index(tensor.name());
            if (field < 0) {
                problems.add(where, "unknown", "one of " + String.join(", ", schema.names()));
            } else if (byField[field] != null) {
                problems.add(where, "there twice", "each tensor once");
            } else if (!Datatype.fits(schema.type(field), tensor.datatype())) {
                byField[field] = tensor;
                problems.add(where, "the wrong datatype", Datatype.of(schema.type(field)));
            } else {
                byField[field] = tensor;
            }
        }
        Set<String> named = named(inputs);
        for (int field = 0; field < byField.length; field++) {
            if (byField[field] == null && !named.contains(schema.name(field))) {
                problems.add("tensor " + schema.name(field), "missing", Datatype.of(schema.type(field)) + " [rows]");
            }
        }
        return byField;
    }

    /// The names that were there at all, whole or not.
    private static Set<String> named(@Nullable Json inputs) {
        Set<String> named = new LinkedHashSet<>();
        if (inputs instanceof Json.Items(List<Json> items)) {
            for (Json item : items) {
                if (item instanceof Json.Members(Map<String, Json> members)
                        && members.get("name") instanceof Json.Text(String name)) {
                    named.add(name);
                }
            }
        }
        return named;
    }

    private static int rows(Tensor[] tensors, int maxRows, TensorProblems problems) {
        long rows = tensors.length == 0 ? 0 : tensors[0].rows();
        for (Tensor tensor : tensors) {
            if (tensor.rows() < 0) {
                problems.add("tensor " + tensor.name(), "not one value a row", "shape [rows] or [rows, 1]");
            } else if (tensor.rows() != rows && rows >= 0) {
                problems.add(
                        "tensor " + tensor.name(),
                        tensor.rows() + " rows",
                        rows + " as tensor " + tensors[0].name() + " has");
            }
        }
        if (rows > maxRows) {
            throw new ProblemException(Problem.of(ErrorCode.REQUEST_TOO_LARGE, "inputs", rows + " rows")
                    .expected("at most " + maxRows)
                    .next("send fewer rows a request"));
        }
        return (int) rows;
    }
}

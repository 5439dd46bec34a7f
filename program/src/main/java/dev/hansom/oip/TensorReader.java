package dev.hansom.oip;

import dev.hansom.base.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads input tensors out of JSON and checks their shape against their data.
final class TensorReader {
    private final TensorProblems problems;

    TensorReader(TensorProblems problems) {
        this.problems = problems;
    }

    /// The tensors that are whole; what is wrong with the others is added to the problems.
    List<Tensor> read(Json inputs) {
        if (!(inputs instanceof Json.Items items)) {
            problems.add("inputs", "no list of tensors", "[{\"name\", \"shape\", \"datatype\", \"data\"}, …]");
            return List.of();
        }
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
            tensor(items.items().get(i), i).ifPresent(tensors::add);
        }
        return tensors;
    }

    private Optional<Tensor> tensor(Json json, int index) {
        if (!(json instanceof Json.Members(Map<String, Json> members))
                || !(members.get("name") instanceof Json.Text(String name))) {
            problems.add(
                    "inputs[" + index + "]", "no tensor with a name", "{\"name\", \"shape\", \"datatype\", \"data\"}");
            return Optional.empty();
        }
        String where = "tensor " + shown(name);
        Optional<List<Long>> shape = shape(members.get("shape"), where);
        if (!(members.get("datatype") instanceof Json.Text(String datatype))) {
            problems.add(where, "no datatype", "a text such as FP64");
            return Optional.empty();
        }
        if (!(members.get("data") instanceof Json.Items(List<Json> data))) {
            problems.add(where, "no data", "a JSON list (binary data are not read: binary_data=False in some clients)");
            return Optional.empty();
        }
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        return flat(data, shape.get(), where).map(values -> new Tensor(name, shape.get(), datatype, values));
    }

    /// A name to be told: what is not a plain name may be a value in the wrong place.
    static String shown(String name) {
        return name.length() <= 64 && name.matches("[\\w .-]+") ? name : "(of another name)";
    }

    private Optional<List<Long>> shape(@Nullable Json json, String where) {
        if (json instanceof Json.Items(List<Json> items) && !items.isEmpty()) {
            List<Long> shape = new ArrayList<>();
            for (Json item : items) {
                if (item instanceof Json.Whole(long length) && length >= 0) {
                    shape.add(length);
                }
            }
            if (shape.size() == items.size()) {
                return Optional.of(shape);
            }
        }
        problems.add(where, "no shape", "a list of lengths such as [1]");
        return Optional.empty();
    }

    private Optional<List<Json>> flat(List<Json> data, List<Long> shape, String where) {
        List<Json> values = data;
        if (!data.isEmpty() && data.getFirst() instanceof Json.Items) {
            values = new ArrayList<>(data.size());
            if (!flatten(data, shape, 0, values)) {
                problems.add(where, "nested data do not have the stated shape", shape.toString());
                return Optional.empty();
            }
        }
        long expected = 1;
        for (long length : shape) {
            expected = length == 0 ? 0 : expected > Integer.MAX_VALUE ? expected : expected * length;
        }
        if (values.size() != expected) {
            problems.add(where, values.size() + " values", expected + " as the shape states");
            return Optional.empty();
        }
        return Optional.of(values);
    }

    private static boolean flatten(List<Json> data, List<Long> shape, int depth, List<Json> into) {
        if (depth >= shape.size() || data.size() != shape.get(depth)) {
            return false;
        }
        for (Json part : data) {
            if (part instanceof Json.Items(List<Json> inner)) {
                if (!flatten(inner, shape, depth + 1, into)) {
                    return false;
                }
            } else if (depth == shape.size() - 1) {
                into.add(part);
            } else {
                return false;
            }
        }
        return true;
    }
}

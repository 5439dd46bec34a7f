package dev.hansom.score.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One object of a skops file as data: its class by name, its attributes, items or value.
///
/// Errors: what is not there as asked is a [ModelFormatException] with the way from the model to it.
final class SkopsNode {
    private static final int DEEPEST = 300;

    private final SkopsFile file;
    private final Map<String, Object> json;
    private final String path;
    private final int depth;

    private SkopsNode(SkopsFile file, Map<String, Object> json, String path, int depth) {
        this.file = file;
        this.json = json;
        this.path = path;
        this.depth = depth;
    }

    /// The object `json`, which stands so many objects below the model.
    static SkopsNode of(SkopsFile file, Object json, String path, int depth) {
        file.look();
        if (depth > DEEPEST) {
            throw new ModelFormatException("skops model: objects more than " + DEEPEST + " deep inside one another"
                    + " are not supported (expected: fewer, and none inside itself)");
        }
        Map<String, Object> members = members(json, path);
        if ("CachedNode".equals(members.get("__loader__")) && members.get("__id__") instanceof JsonSource.Bare id) {
            members = file.known(id.text());
        }
        return new SkopsNode(file, members, path, depth);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> members(@Nullable Object json, String path) {
        if (json instanceof Map<?, ?> members) {
            return (Map<String, Object>) members;
        }
        throw new ModelFormatException(where(path) + "no object (expected: an object)");
    }

    /// The name of its class, with its module.
    String type() {
        return json.getOrDefault("__module__", "") + "." + name();
    }

    /// The name of its class.
    String name() {
        return String.valueOf(json.getOrDefault("__class__", ""));
    }

    private String loader() {
        return String.valueOf(json.getOrDefault("__loader__", ""));
    }

    /// The way from the model to it.
    String path() {
        return path;
    }

    /// Whether it is an object with attributes.
    boolean isObject() {
        return loader().equals("ObjectNode");
    }

    /// Whether it is a class, a function or part of one.
    boolean isCode() {
        return List.of("FunctionNode", "TypeNode", "PartialNode", "MethodNode", "OperatorFuncNode")
                .contains(loader());
    }

    boolean isNull() {
        return loader().equals("JsonNode") && bare().equals("null");
    }

    boolean isText() {
        return loader().equals("JsonNode") && plain() instanceof String;
    }

    boolean isArray() {
        return loader().equals("NdArrayNode");
    }

    boolean isList() {
        return loader().equals("ListNode") || loader().equals("TupleNode");
    }

    boolean isSlice() {
        return loader().equals("SliceNode");
    }

    boolean isBytes() {
        return loader().startsWith("Byte");
    }

    /// Whether the attribute or entry is there and is not None.
    boolean has(String name) {
        Object value = attributes().get(name);
        return value != null && !at(name).isNull();
    }

    /// The attribute or entry `name`.
    SkopsNode at(String name) {
        Object value = attributes().get(name);
        if (value == null) {
            throw wrong("no attribute " + name, name + ", which a fitted " + this.name() + " has");
        }
        return of(file, value, path.isEmpty() ? name : path + "." + name, depth + 1);
    }

    /// All attributes or entries by name.
    Map<String, SkopsNode> entries() {
        Map<String, SkopsNode> entries = new LinkedHashMap<>();
        attributes().keySet().forEach(name -> entries.put(name, at(name)));
        return entries;
    }

    /// The items of a list, a tuple or an array of objects.
    List<SkopsNode> items() {
        List<SkopsNode> nodes = new ArrayList<>();
        for (int i = 0; i < list().size(); i++) {
            nodes.add(item(i));
        }
        return nodes;
    }

    SkopsNode item(int index) {
        List<?> items = list();
        if (index >= items.size()) {
            throw wrong(items.size() + " items", "more");
        }
        Object item = items.get(index);
        return of(file, item == null ? Map.of() : item, path + "." + index, depth + 1);
    }

    private List<?> list() {
        if (!(json.get("content") instanceof List<?> items)) {
            throw wrong(describe(), "a list");
        }
        return items;
    }

    /// A member of a slice (`start`, `stop`, `step`), as whole number; `otherwise` where it is None.
    int bound(String member, int otherwise) {
        Object value = members(json.get("content"), path).get(member);
        return value instanceof JsonSource.Bare bare && !bare.text().equals("null")
                ? (int) real(bare.text())
                : otherwise;
    }

    String text() {
        if (plain() instanceof String text) {
            return text;
        }
        throw wrong(describe(), "a text");
    }

    /// A number; true is 1.
    double number() {
        return isArray() ? single() : real(bare());
    }

    int whole() {
        double number = number();
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw wrong(String.valueOf(number), "a whole number");
        }
        return (int) number;
    }

    boolean truth() {
        return number() != 0;
    }

    /// The content of bytes.
    byte[] bytes() {
        return file.bytes(String.valueOf(json.get("file")));
    }

    /// Whether it is an array of Python objects, item by item.
    boolean isObjects() {
        return isArray() && "json".equals(json.get("type"));
    }

    /// The array.
    Npy array() {
        if (!isArray() || isObjects()) {
            throw wrong(describe(), "an array of numbers");
        }
        return file.array(String.valueOf(json.get("file")));
    }

    /// The numbers of an array, a list or a number alone, row by row.
    double[] numbers() {
        if (isArray() && !isObjects()) {
            return array().numbers();
        }
        return isObjects() || isList()
                ? items().stream().mapToDouble(SkopsNode::number).toArray()
                : new double[] {number()};
    }

    /// The items of a flat array or list: a text, a number, or null for None.
    List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>();
        if (isArray() && !isObjects()) {
            Npy array = array();
            if (array.isText()) {
                values.addAll(List.of(array.texts()));
            } else {
                for (double number : array.numbers()) {
                    values.add(number);
                }
            }
            return values;
        }
        for (SkopsNode item : items()) {
            values.add(item.value());
        }
        return values;
    }

    /// A text, a number, or null for None.
    @Nullable
    Object value() {
        if (isNull()) {
            return null;
        }
        if (isArray() && !isObjects() && array().isText()) {
            return array().texts()[0];
        }
        return isText() ? text() : (Object) number();
    }

    ModelFormatException wrong(String found, String expected) {
        return new ModelFormatException(where(path) + found + " (expected: " + expected + ")");
    }

    /// A trait that is read nowhere.
    ModelFormatException refuse(String trait, String expected) {
        return new ModelFormatException("skops model: " + trait + " is not supported"
                + (path.isEmpty() ? "" : ", at " + path) + " (expected: " + expected + ")");
    }

    private static String where(String path) {
        return "skops model" + (path.isEmpty() ? ": " : " at " + path + ": ");
    }

    private String describe() {
        return loader().equals("JsonNode") ? "the value " + json.get("content") : "a " + type();
    }

    private Map<String, Object> attributes() {
        Object content = json.get("content");
        if (loader().equals("DictNode") || loader().equals("PartialNode")) {
            return members(content, path);
        }
        if (content instanceof Map<?, ?> inner && "DictNode".equals(inner.get("__loader__"))) {
            return members(inner.get("content"), path);
        }
        if (content instanceof Map<?, ?> inner && "CachedNode".equals(inner.get("__loader__"))) {
            return of(file, inner, path, depth + 1).attributes();
        }
        return Map.of();
    }

    private double single() {
        double[] numbers = array().numbers();
        if (numbers.length != 1) {
            throw wrong("an array of " + numbers.length, "one number");
        }
        return numbers[0];
    }

    private String bare() {
        return plain() instanceof JsonSource.Bare bare ? bare.text() : "";
    }

    private Object plain() {
        if (!loader().equals("JsonNode") || !(json.get("content") instanceof String text)) {
            return Map.of();
        }
        return new JsonSource(text.getBytes(StandardCharsets.UTF_8)).value(2);
    }

    private double real(String token) {
        try {
            return switch (token) {
                case "true" -> 1;
                case "false" -> 0;
                default -> Double.parseDouble(token);
            };
        } catch (NumberFormatException e) {
            throw wrong(describe(), "a number");
        }
    }
}

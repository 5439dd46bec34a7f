package dev.hansom.project;

import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.base.Yaml;
import dev.hansom.base.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The JSON Schema of a project file, made from [Keys]: editors complete and check with it. It refuses what the reader
/// refuses by the form alone; names and expressions are the reader's.
///
/// Source: JSON Schema draft-07, which is the newest that the YAML language server understands whole.
public final class ProjectSchema {
    /// The name of its file, in `docs` and beside a project.
    public static final String FILE = "hansom.schema.json";

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Json SCALAR = Json.texts(List.of("string", "number", "boolean"));

    private ProjectSchema() {}

    /// The schema as a file's text.
    public static String text() {
        JsonBuilder top = Json.object()
                .put("$schema", "http://json-schema.org/draft-07/schema#")
                .put("$id", "urn:hansom:project-file")
                .put("title", "Hansom project file")
                .put("description", "A prediction problem, as hansom.yaml states it.");
        return section(top, "").build().pretty();
    }

    private static JsonBuilder section(JsonBuilder into, String path) {
        List<Key> keys = Keys.of(path);
        JsonBuilder properties = Json.object();
        keys.forEach(key -> properties.put(key.name(), key(key)));
        into.put("type", "object").put("properties", properties.build()).put("additionalProperties", Json.of(false));
        List<String> needed = keys.stream()
                .filter(key -> key.need() == Key.Need.REQUIRED)
                .map(Key::name)
                .toList();
        if (!needed.isEmpty()) {
            into.put("required", Json.texts(needed));
        }
        Set<String> rivals = new LinkedHashSet<>(
                keys.stream().map(Key::rival).filter(rival -> !rival.isEmpty()).toList());
        List<Json> groups = new ArrayList<>();
        for (String rival : rivals) {
            List<Key> group =
                    keys.stream().filter(key -> key.rival().equals(rival)).toList();
            groups.add(Json.object()
                    .put(
                            "oneOf",
                            Json.array(
                                    group,
                                    key -> Json.object()
                                            .put("required", Json.texts(List.of(key.name())))
                                            .build()))
                    .build());
        }
        if (!groups.isEmpty()) {
            into.put("allOf", Json.array(groups, group -> group));
        }
        return into;
    }

    private static Json key(Key key) {
        JsonBuilder into = Json.object().put("description", description(key));
        if (key.need() == Key.Need.DEFAULT) {
            into.put("default", value(key.fallback(), key.shape(), key.path()));
        }
        example(key).ifPresent(example -> into.put("examples", Json.array(example)));
        return shape(into, key.shape(), key.path(), key.need() == Key.Need.REQUIRED)
                .build();
    }

    /// The example of a key as a value of its type.
    static Optional<Json> example(Key key) {
        return Optional.of(key.example())
                .filter(text -> !text.isEmpty())
                .map(text -> value(Yaml.parse(key.path(), text), key.shape(), key.path()));
    }

    /// What an editor shows over a key, for many show nothing else of it.
    private static String description(Key key) {
        return key.means()
                + (key.need() == Key.Need.DERIVED ? " Default: " + key.otherwise() + "." : "")
                + (key.example().isEmpty() ? "" : " For example `" + key.example() + "`.");
    }

    private static JsonBuilder shape(JsonBuilder into, Shape shape, String path, boolean required) {
        return switch (shape) {
            case Shape.Text _ -> into.put("type", SCALAR).put("pattern", "\\S");
            case Shape.Form form -> into.put("type", "string").put("pattern", whole(form));
            case Shape.Choice(List<String> choices) -> into.put("enum", Json.texts(choices));
            case Shape.Real(double least, double most) -> bounds(into.put("type", "number"), least, most);
            case Shape.Whole(long least, long most) -> {
                JsonBuilder whole = into.put("type", "integer");
                yield least == Long.MIN_VALUE
                        ? whole
                        : whole.put("minimum", least).put("maximum", most);
            }
            case Shape.Flag _ -> into.put("type", "boolean");
            case Shape.Items(Shape item, int least, int most) -> {
                Json one = shape(Json.object(), item, path, false).build();
                JsonBuilder list = least > 1 ? into : Json.object();
                list.put("type", "array").put("items", one).put("minItems", least);
                if (most < Integer.MAX_VALUE) {
                    list.put("maxItems", most);
                }
                yield least > 1 ? list : into.put("anyOf", Json.array(one, list.build()));
            }
            case Shape.Lists _ -> {
                Json text = shape(Json.object(), Keys.TEXT, path, false).build();
                Json inner =
                        Json.object().put("type", "array").put("items", text).build();
                yield into.put("type", "array")
                        .put(
                                "items",
                                Json.object()
                                        .put("anyOf", Json.array(text, inner))
                                        .build());
            }
            case Shape.Section _ -> section(into, path);
            case Shape.Names(Shape.Form name) -> {
                into.put("type", "object")
                        .put(
                                "propertyNames",
                                Json.object().put("pattern", whole(name)).build())
                        .put("additionalProperties", key(Keys.at(path + ".*").orElseThrow()));
                yield required ? into.put("minProperties", 1) : into;
            }
            case Shape.Brief(Shape value, String _) ->
                into.put(
                        "anyOf",
                        Json.array(
                                shape(Json.object(), value, path, false).build(),
                                section(Json.object(), path).build()));
        };
    }

    private static String whole(Shape.Form form) {
        return "^(?:" + form.pattern() + ")$";
    }

    private static JsonBuilder bounds(JsonBuilder into, double least, double most) {
        JsonBuilder lower = Double.isInfinite(least) ? into : into.put("minimum", least);
        return Double.isInfinite(most) ? lower : lower.put("maximum", most);
    }

    private static Json value(YamlNode node, Shape shape, String path) {
        return switch (node) {
            case YamlNode.Sequence sequence ->
                Json.array(
                        sequence.items(),
                        item -> value(item, shape instanceof Shape.Items items ? items.item() : Keys.TEXT, path));
            case YamlNode.Mapping mapping -> {
                JsonBuilder members = Json.object();
                mapping.entries().forEach(entry -> {
                    String inner = path + "." + entry.key();
                    members.put(
                            entry.key(),
                            value(entry.value(), Keys.at(inner).orElseThrow().shape(), inner));
                });
                yield members.build();
            }
            case YamlNode.Scalar scalar -> value(scalar, shape);
        };
    }

    private static Json value(YamlNode.Scalar scalar, Shape shape) {
        return switch (shape) {
            case Shape.Real _ -> Json.of(Double.parseDouble(scalar.text()));
            case Shape.Whole _ -> Json.of(Long.parseLong(scalar.text()));
            case Shape.Flag _ -> Json.of(Boolean.parseBoolean(scalar.text()));
            case Shape.Text _
            when scalar.plain() && NUMBER.matcher(scalar.text()).matches() -> Json.parse(scalar.text());
            default -> Json.of(scalar.text());
        };
    }
}

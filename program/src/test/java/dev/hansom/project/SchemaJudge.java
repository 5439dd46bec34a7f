package dev.hansom.project;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.base.Yaml;
import dev.hansom.base.YamlNode;
import java.util.List;

/// What an independent validator says of a project file, judged by the schema in the draft that it states.
final class SchemaJudge {
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(ProjectSchema.text(), InputFormat.JSON);

    List<String> complaints(String yaml) {
        return complaints(json(Yaml.parse("hansom.yaml", yaml)));
    }

    List<String> complaints(Json file) {
        return schema.validate(file.text(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /// A YAML node as JSON. Source: the core schema of YAML 1.2, section 10.3.
    static Json json(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar.plain() ? plain(scalar.text()) : Json.of(scalar.text());
            case YamlNode.Sequence sequence -> Json.array(sequence.items(), SchemaJudge::json);
            case YamlNode.Mapping mapping -> {
                JsonBuilder members = Json.object();
                mapping.entries().forEach(entry -> members.put(entry.key(), json(entry.value())));
                yield members.build();
            }
        };
    }

    private static Json plain(String text) {
        if (text.matches("~|null|Null|NULL|")) {
            return Json.none();
        }
        if (text.matches("true|True|TRUE|false|False|FALSE")) {
            return Json.of(Boolean.parseBoolean(text));
        }
        if (text.matches("[-+]?[0-9]{1,18}")) {
            return Json.of(Long.parseLong(text));
        }
        if (text.matches("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?")) {
            return Json.of(Double.parseDouble(text));
        }
        return Json.of(text);
    }
}

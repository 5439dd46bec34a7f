package dev.hansom.score.file;

import dev.hansom.score.Model;
import dev.hansom.score.Provenance;
import dev.hansom.score.Range;
import dev.hansom.score.Schema;
import dev.hansom.score.Signature;
import dev.hansom.score.Type;
import dev.hansom.score.expression.ExpressionException;
import dev.hansom.score.expression.Table;
import dev.hansom.score.feature.Definition;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The sections of a model file; the package describes them.
final class Sections {
    private static final List<String> TAGS = List.of("SIGN", "TABL", "DEFN", "LOOK", "FEAT", "KERN", "PROV");
    private static final List<String> OPTIONAL = List.of("RANG", "TABN");

    private Sections() {}

    static byte[] write(Model model) {
        Vocabulary vocabulary = model.vocabulary();
        Output output = new Output();
        section(output, "SIGN", to -> write(model.signature(), to));
        section(
                output,
                "TABL",
                to -> to.list(TableSections.plain(vocabulary), table -> TableSections.write(table, to)));
        section(output, "DEFN", to -> to.list(vocabulary.definitions(), d -> pair(d.name(), d.expression(), to)));
        section(output, "LOOK", to -> to.list(vocabulary.lookups(), lookup -> LookupSection.write(lookup, to)));
        section(output, "FEAT", to -> to.list(model.features(), f -> pair(f.name(), f.expression(), to)));
        section(output, "KERN", to -> KernelSection.write(model.kernel(), to));
        section(output, "PROV", to -> write(model.provenance().facts(), to));
        if (!TableSections.typed(vocabulary).isEmpty()) {
            section(
                    output,
                    "TABN",
                    to -> to.list(TableSections.typed(vocabulary), t -> TableSections.writeTyped(t, to)));
        }
        if (model.range().isBounded()) {
            section(output, "RANG", to -> write(model.range(), to));
        }
        return output.bytes();
    }

    static Model read(Input input) {
        Map<String, Input> sections = split(input);
        try {
            return new Model(
                    all(sections, "SIGN", Sections::signature),
                    new Vocabulary(
                            tables(sections),
                            all(sections, "DEFN", from -> from.list(8, () -> new Definition(from.text(), from.text()))),
                            all(sections, "LOOK", from -> from.list(28, () -> LookupSection.read(from)))),
                    all(sections, "FEAT", from -> from.list(8, () -> new Feature(from.text(), from.text()))),
                    all(sections, "KERN", KernelSection::read),
                    all(sections, "PROV", from -> new Provenance(facts(from))),
                    sections.containsKey("RANG") ? all(sections, "RANG", Sections::range) : Range.ANY);
        } catch (ExpressionException | IllegalArgumentException e) {
            throw new ModelFormatException("model file: " + e.getMessage(), e);
        }
    }

    private static void section(Output output, String tag, Consumer<Output> content) {
        Output inner = new Output();
        content.accept(inner);
        output.raw(tag.getBytes(StandardCharsets.US_ASCII));
        output.i64(inner.bytes().length);
        output.raw(inner.bytes());
    }

    private static Map<String, Input> split(Input input) {
        Map<String, Input> sections = new HashMap<>();
        while (input.hasMore()) {
            StringBuilder tag = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                tag.append((char) input.u8());
            }
            String name = tag.toString();
            Input part = input.part(name, input.i64());
            if (TAGS.contains(name) || OPTIONAL.contains(name)) {
                if (sections.put(name, part) != null) {
                    throw input.wrong("section " + name + " again", "each once");
                }
            } else if (name.charAt(0) < 'a' || name.charAt(0) > 'z') {
                throw input.wrong("an unknown section " + name, "one of " + TAGS + "; a newer Hansom may read it");
            }
        }
        return sections;
    }

    private interface Reading<T> {
        T from(Input input);
    }

    private static <T> T all(Map<String, Input> sections, String tag, Reading<T> reading) {
        Input input = sections.get(tag);
        if (input == null) {
            throw new ModelFormatException("model file: no section " + tag + " (expected: all of " + TAGS + ")");
        }
        T value = reading.from(input);
        input.end();
        return value;
    }

    private static void write(Range range, Output to) {
        to.f64(range.least());
        to.f64(range.most());
    }

    private static Range range(Input from) {
        return new Range(from.f64(), from.f64());
    }

    private static void pair(String name, String value, Output to) {
        to.text(name);
        to.text(value);
    }

    private static void write(Signature signature, Output to) {
        to.text(signature.project());
        to.text(signature.time());
        to.text(signature.zone());
        to.text(signature.keep());
        to.text(signature.target());
        to.text(signature.unit());
        to.list(
                signature.schema().columns(),
                column -> pair(column.name(), column.type().text(), to));
    }

    private static Signature signature(Input from) {
        String project = from.text();
        String time = from.text();
        String zone = from.text();
        String keep = from.text();
        String target = from.text();
        String unit = from.text();
        Schema schema = new Schema(from.list(8, () -> new Schema.Column(from.text(), type(from))));
        return new Signature(project, schema, time, zone, keep, target, unit);
    }

    static Type type(Input from) {
        String text = from.text();
        for (Type type : Type.values()) {
            if (type.text().equals(text)) {
                return type;
            }
        }
        throw from.wrong("the type " + text, "a type of a field");
    }

    private static List<Table> tables(Map<String, Input> sections) {
        List<Table> tables =
                new ArrayList<>(all(sections, "TABL", from -> from.list(16, () -> TableSections.read(from))));
        if (sections.containsKey("TABN")) {
            tables.addAll(all(sections, "TABN", from -> from.list(18, () -> TableSections.readTyped(from))));
        }
        return tables;
    }

    private static void write(Map<String, String> facts, Output to) {
        to.list(facts.entrySet(), fact -> pair(fact.getKey(), fact.getValue(), to));
    }

    private static Map<String, String> facts(Input from) {
        Map<String, String> facts = new HashMap<>();
        for (int left = from.count(8); left > 0; left--) {
            String name = from.text();
            if (facts.put(name, from.text()) != null) {
                throw from.wrong("the fact " + name + " again", "each fact once");
            }
        }
        return facts;
    }
}

package dev.hansom.project;

import dev.hansom.base.YamlNode;
import dev.hansom.base.YamlNode.Entry;
import dev.hansom.base.YamlNode.Mapping;
import dev.hansom.base.YamlNode.Place;
import dev.hansom.base.YamlNode.Scalar;
import dev.hansom.base.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Every small thing that can be wrong with a good project file: each value in turn becomes another one, or goes, and
/// each section gets a key that nobody knows. Of a long list the first three are enough.
final class Mutations {
    private static final Place NOWHERE = new Place(1, 1);
    private static final List<YamlNode> VALUES = List.of(
            plain("null"),
            quoted(""),
            quoted("  "),
            quoted("12"),
            plain("zzz"),
            plain("true"),
            plain("False"),
            plain("0"),
            plain("-1"),
            plain("99999999999"),
            plain("0.5"),
            plain(".inf"),
            plain(".nan"),
            plain("2024-01-01"),
            new Sequence(List.of(), NOWHERE),
            new Sequence(List.of(plain("zzz")), NOWHERE),
            new Sequence(List.of(plain("null")), NOWHERE),
            new Sequence(List.of(plain("1"), plain("2")), NOWHERE),
            new Sequence(List.of(new Sequence(List.of(plain("zzz")), NOWHERE)), NOWHERE),
            new Sequence(List.of(new Mapping(List.of(entry("zzz", plain("1"))), NOWHERE)), NOWHERE),
            new Mapping(List.of(), NOWHERE),
            new Mapping(List.of(entry("zzz", plain("1"))), NOWHERE),
            new Mapping(List.of(entry("no name!", plain("1"))), NOWHERE));

    /// A file with one thing changed, and what that is.
    record Mutation(String what, YamlNode file) {
        String yaml() {
            return text(file);
        }
    }

    private final List<Mutation> all = new ArrayList<>();

    private Mutations() {}

    /// All of `file`.
    static List<Mutation> of(YamlNode file) {
        Mutations mutations = new Mutations();
        mutations.visit("", file, mutations.all::add);
        return mutations.all;
    }

    private void visit(String path, YamlNode node, Consumer<Mutation> to) {
        switch (node) {
            case Mapping mapping -> {
                to.accept(new Mutation(path + ": with a key zzz", with(mapping, entry("zzz", plain("1")))));
                for (int i = 0; i < mapping.entries().size(); i++) {
                    entry(path, mapping, i, to);
                }
            }
            case Sequence sequence -> {
                for (int i = 0; i < Math.min(3, sequence.items().size()); i++) {
                    int at = i;
                    String place = path + "[" + i + "]";
                    Consumer<Mutation> inside =
                            part -> to.accept(new Mutation(part.what, replaced(sequence, at, part.file)));
                    VALUES.forEach(value -> inside.accept(new Mutation(place + ": " + text(value), value)));
                    visit(place, sequence.items().get(i), inside);
                }
            }
            case Scalar _ -> {}
        }
    }

    private void entry(String path, Mapping mapping, int index, Consumer<Mutation> to) {
        Entry entry = mapping.entries().get(index);
        String place = path.isEmpty() ? entry.key() : path + "." + entry.key();
        List<Entry> rest = new ArrayList<>(mapping.entries());
        rest.remove(index);
        to.accept(new Mutation(place + ": gone", new Mapping(rest, NOWHERE)));
        Consumer<Mutation> inside = part -> {
            List<Entry> changed = new ArrayList<>(mapping.entries());
            changed.set(index, entry(entry.key(), part.file));
            to.accept(new Mutation(part.what, new Mapping(changed, NOWHERE)));
        };
        VALUES.forEach(value -> inside.accept(new Mutation(place + ": " + text(value), value)));
        visit(place, entry.value(), inside);
    }

    /// `file` with `value` at the last place that a path of [Keys] means. The class that a condition is for is put into
    /// its section, for the file with every key asks for a number.
    static Mutation at(String path, YamlNode file, YamlNode value) {
        return new Mutation(
                path + ": " + text(value),
                put(List.of(path.split("\\.")), file, value).orElseThrow());
    }

    private static Optional<YamlNode> put(List<String> path, YamlNode node, YamlNode value) {
        if (path.isEmpty()) {
            return Optional.of(value);
        }
        if (!(node instanceof Mapping mapping)) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>(mapping.entries());
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            if (path.getFirst().equals("*") || path.getFirst().equals(entry.key())) {
                Optional<YamlNode> part = put(path.subList(1, path.size()), entry.value(), value);
                if (part.isPresent()) {
                    entries.set(i, entry(entry.key(), part.get()));
                    return Optional.of(new Mapping(entries, NOWHERE));
                }
            }
        }
        return Optional.of(path)
                .filter(rest -> rest.equals(List.of("positive")))
                .map(rest -> with(mapping, entry(rest.getFirst(), value)));
    }

    /// The same files with every key in turn there twice.
    static List<Mutation> twins(YamlNode file) {
        List<Mutation> twins = new ArrayList<>();
        twins("", file, twins::add);
        return twins;
    }

    private static void twins(String path, YamlNode node, Consumer<Mutation> to) {
        if (!(node instanceof Mapping mapping)) {
            return;
        }
        for (int i = 0; i < mapping.entries().size(); i++) {
            int at = i;
            Entry entry = mapping.entries().get(i);
            String place = path.isEmpty() ? entry.key() : path + "." + entry.key();
            to.accept(new Mutation(place, with(mapping, entry)));
            twins(place, entry.value(), part -> {
                List<Entry> changed = new ArrayList<>(mapping.entries());
                changed.set(at, entry(entry.key(), part.file));
                to.accept(new Mutation(part.what, new Mapping(changed, NOWHERE)));
            });
        }
    }

    private static Mapping with(Mapping mapping, Entry more) {
        List<Entry> entries = new ArrayList<>(mapping.entries());
        entries.add(more);
        return new Mapping(entries, NOWHERE);
    }

    private static Sequence replaced(Sequence sequence, int index, YamlNode item) {
        List<YamlNode> items = new ArrayList<>(sequence.items());
        items.set(index, item);
        return new Sequence(items, NOWHERE);
    }

    private static Entry entry(String key, YamlNode value) {
        return new Entry(key, NOWHERE, value);
    }

    private static Scalar plain(String text) {
        return new Scalar(text, true, NOWHERE);
    }

    private static Scalar quoted(String text) {
        return new Scalar(text, false, NOWHERE);
    }

    /// A node as YAML, in one line.
    static String text(YamlNode node) {
        return switch (node) {
            case Scalar scalar ->
                scalar.plain() && scalar.text().matches("[A-Za-z0-9_.~+-]+") ? scalar.text() : quote(scalar.text());
            case Sequence sequence ->
                sequence.items().stream().map(Mutations::text).collect(Collectors.joining(", ", "[", "]"));
            case Mapping mapping ->
                mapping.entries().stream()
                        .map(entry -> quote(entry.key()) + ": " + text(entry.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}

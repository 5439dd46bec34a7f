package dev.hansom.project;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.YamlNode;
import dev.hansom.base.YamlNode.Entry;
import dev.hansom.base.YamlNode.Mapping;
import dev.hansom.base.YamlNode.Place;
import dev.hansom.base.YamlNode.Scalar;
import dev.hansom.base.YamlNode.Sequence;
import dev.hansom.score.expression.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One mapping of a project file being read: typed values by key. [Keys] says which keys there are, what they look
/// like,
/// which must be there and what holds without them. Problems are collected, never thrown, so that a person sees all of
/// them at once; [#close] reports keys that nobody asked for.
///
/// Threads: not safe; one reader.
final class Section {
    static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
    /// Source of these: the core schema of YAML 1.2, section 10.3.
    private static final Pattern FLAG = Pattern.compile("true|True|TRUE|false|False|FALSE");

    private static final Pattern NO_TEXT = Pattern.compile(FLAG.pattern() + "|" + NUMBER.pattern());

    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    private final Reading reading;
    private final String path;
    private final String pattern;
    private final Place place;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    /// The top of a file.
    Section(Reading reading, Mapping mapping) {
        this(reading, "", "", mapping);
    }

    private Section(Reading reading, String path, String pattern, Mapping mapping) {
        this.reading = reading;
        this.path = path;
        this.pattern = pattern;
        this.place = mapping.place();
        for (Entry entry : mapping.entries()) {
            if (entries.putIfAbsent(entry.key(), entry) != null) {
                problem(entry.place(), "the key " + full(entry.key()) + " is there twice", "each key once");
            }
        }
    }

    /// The names that the project chose, in the order of the file; those that cannot be names are reported.
    List<String> names() {
        asked.addAll(entries.keySet());
        Keys.at(pattern).ifPresent(key -> {
            if (key.shape() instanceof Shape.Names(Shape.Form form)) {
                reading.ask(pattern + ".*");
                entries.values().stream()
                        .filter(entry -> !form.pattern().matcher(entry.key()).matches())
                        .forEach(entry -> reading.add(Problem.of(
                                        ErrorCode.PROJECT_INVALID,
                                        at(entry.place()),
                                        full(entry.key()) + " is no name for this")
                                .expected(form.what())));
                if (entries.isEmpty() && key.need() == Key.Need.REQUIRED) {
                    problem(place, path + " has none", "at least one");
                }
            }
        });
        return List.copyOf(entries.keySet());
    }

    /// Where the value of `key` begins, or the section where it has none.
    Place placeOf(String key) {
        Entry entry = entries.get(key);
        return entry == null ? place : entry.value().place();
    }

    /// A text that has to be there, or has a default; empty where it is missing or does not fit.
    String text(String key) {
        return optionalText(key).orElse("");
    }

    /// A text of the shape that [Keys] says; empty where there is none, or where it does not fit.
    Optional<String> optionalText(String key) {
        return scalar(key).flatMap(scalar -> {
            String text = scalar.text().strip();
            if (isNothing(scalar)) {
                empty(scalar, full(key), key(key).shape());
                return Optional.empty();
            }
            boolean fits = switch (key(key).shape()) {
                case Shape.Form form ->
                    form.pattern().matcher(text).matches()
                            && (!scalar.plain() || !NO_TEXT.matcher(text).matches());
                case Shape.Choice choice -> choice.choices().contains(text);
                default -> true;
            };
            if (!fits) {
                refuse(
                        key,
                        text,
                        key(key).shape() instanceof Shape.Choice(List<String> choices)
                                ? choices(text, choices)
                                : key(key).shape().words());
                return Optional.empty();
            }
            return Optional.of(text);
        });
    }

    /// A number that has to be there, or has a default; NaN where it is missing or does not fit.
    double number(String key) {
        return optionalNumber(key).orElse(Double.NaN);
    }

    /// A number within the bounds that [Keys] says.
    Optional<Double> optionalNumber(String key) {
        return scalar(key).flatMap(scalar -> {
            String text = scalar.text().strip();
            Shape shape = key(key).shape();
            if (!scalar.plain() || !NUMBER.matcher(text).matches() || !fits(Double.parseDouble(text), shape)) {
                refuse(key, scalar.plain() ? text : "'" + text + "'", shape.words());
                return Optional.empty();
            }
            return Optional.of(Double.valueOf(text));
        });
    }

    private static boolean fits(double value, Shape shape) {
        return switch (shape) {
            case Shape.Whole(long least, long most) -> value == Math.rint(value) && value >= least && value <= most;
            case Shape.Real(double least, double most) -> Double.isFinite(value) && value >= least && value <= most;
            default -> Double.isFinite(value);
        };
    }

    /// A whole number that has a default; 0 where it does not fit.
    long whole(String key) {
        return optionalNumber(key).orElse(0.0).longValue();
    }

    /// True or false.
    Optional<Boolean> optionalFlag(String key) {
        return scalar(key).flatMap(scalar -> {
            if (!scalar.plain() || !FLAG.matcher(scalar.text()).matches()) {
                refuse(key, shown(scalar), key(key).shape().words());
                return Optional.empty();
            }
            return Optional.of(Boolean.valueOf(scalar.text()));
        });
    }

    /// A list of texts, as many as [Keys] says; a single value counts as a list of one.
    List<String> texts(String key) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(key(key).shape() instanceof Shape.Items items)) {
            throw new IllegalStateException(full(key) + " is no list");
        }
        List<String> texts = textsOf(full(key), node.get(), items.item());
        int given = node.get() instanceof Sequence sequence ? sequence.items().size() : 1;
        if (given < items.least() || given > items.most()) {
            reading.add(Problem.of(ErrorCode.PROJECT_INVALID, at(node.get().place()), full(key) + " has " + given)
                    .value(shown(node.get()))
                    .expected(items.count()));
        }
        return texts;
    }

    /// A list whose items are lists of texts.
    List<List<String>> lists(String key) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof Sequence sequence)) {
            wrongKind(full(key), node.get(), "a list of lists");
            return List.of();
        }
        return sequence.items().stream()
                .map(item -> textsOf(full(key), item, key(key).shape()))
                .toList();
    }

    /// A section; an empty one where there is none, so that its defaults hold.
    Section section(String key) {
        boolean optional = key(key).need() != Key.Need.REQUIRED;
        Optional<Section> section = optionalSection(key);
        // What is missing as a whole is one problem, not one for each key in it.
        Reading into = optional && !entries.containsKey(key) ? reading : new Reading(reading.file());
        return section.orElseGet(() -> new Section(into, full(key), key(key).path(), new Mapping(List.of(), place)));
    }

    Optional<Section> optionalSection(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof Mapping mapping) {
                return Optional.of(new Section(reading, full(key), key(key).path(), mapping));
            }
            if (node instanceof Scalar scalar && key(key).shape() instanceof Shape.Brief brief) {
                Mapping one = new Mapping(List.of(new Entry(brief.key(), scalar.place(), scalar)), scalar.place());
                return Optional.of(new Section(reading, full(key), key(key).path(), one));
            }
            wrongKind(full(key), node, key(key).shape().words());
            return Optional.empty();
        });
    }

    /// The one of several keys that exclude one another, as [Keys] says by their rival; empty where it is not one.
    Optional<String> oneOf(String rival) {
        List<String> rivals = Keys.of(pattern).stream()
                .filter(key -> key.rival().equals(rival))
                .map(Key::name)
                .toList();
        List<String> given = rivals.stream().filter(entries::containsKey).toList();
        asked.addAll(rivals);
        if (given.size() != 1) {
            reading.add(Problem.of(ErrorCode.PROJECT_INVALID, at(place), path + " has no single " + rival)
                    .value(given.isEmpty() ? "none" : String.join(" and ", given))
                    .expected(
                            "one of " + rivals.stream().map(name -> name + ":").collect(Collectors.joining(", "))));
            return Optional.empty();
        }
        return Optional.of(given.getFirst());
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /// Says what holds where `key` is not there, because it follows from something else.
    void derived(String key, String value) {
        if (!has(key)) {
            reading.supposed(full(key), value, new Setting.Derived(key(key).otherwise()));
        }
    }

    /// Says in the words of [Keys] what holds where `key` is not there.
    void unsaid(String key) {
        if (!has(key)) {
            reading.supposed(full(key), key(key).otherwise(), new Setting.Default());
        }
    }

    /// Reports every key that nobody asked for, with the nearest that would do.
    void close() {
        for (Entry entry : entries.values()) {
            if (!asked.contains(entry.key())) {
                reading.add(Problem.of(ErrorCode.PROJECT_INVALID, at(entry.place()), "unknown key " + full(entry.key()))
                        .expected("one of " + asked.stream().sorted().collect(Collectors.joining(", ")))
                        .next(nearest(entry.key())));
            }
        }
    }

    private String nearest(String key) {
        return Nearest.to(key, List.copyOf(asked))
                .or(() -> Keys.all().stream()
                        .filter(one -> one.name().equals(key) && !one.path().contains("*"))
                        .filter(one -> !one.path().equals(full(key)))
                        .map(Key::path)
                        .findFirst())
                .map(name -> "did you mean " + name + "?")
                .orElse("");
    }

    /// Reports a value that does not fit.
    void refuse(String key, String value, String expected) {
        reading.add(Problem.of(ErrorCode.PROJECT_INVALID, at(placeOf(key)), full(key) + " does not fit")
                .value(value.isBlank() ? "nothing" : value.length() > 120 ? value.substring(0, 117) + "..." : value)
                .expected(expected));
    }

    /// What would do in place of `given`, with the nearest of them.
    static String choices(String given, List<String> known) {
        return "one of " + String.join(", ", known)
                + Nearest.to(given, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }

    void problem(Place where, String what, String expected) {
        reading.problem(where, what, expected);
    }

    private String at(Place where) {
        return reading.at(where);
    }

    private String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private Key key(String key) {
        boolean chosen = Keys.at(pattern).map(Key::shape).orElse(Keys.SECTION) instanceof Shape.Names;
        String last = chosen ? "*" : key;
        return reading.ask(pattern.isEmpty() ? last : pattern + "." + last);
    }

    private List<String> textsOf(String name, YamlNode node, Shape shape) {
        List<YamlNode> items = node instanceof Sequence sequence ? sequence.items() : List.of(node);
        List<String> texts = new ArrayList<>();
        for (YamlNode item : items) {
            if (!(item instanceof Scalar scalar)) {
                wrongKind(name, item, node instanceof Sequence ? "a value in this list" : "a list, or a value");
            } else if (isNothing(scalar)) {
                empty(scalar, name, shape);
            } else {
                texts.add(scalar.text().strip());
            }
        }
        return texts;
    }

    private static boolean isNothing(Scalar scalar) {
        return scalar.text().isBlank()
                || (scalar.plain() && NOTHING.contains(scalar.text().strip()));
    }

    /// Says that nothing stands where something should, and how to write a text that YAML takes for nothing.
    private void empty(Scalar scalar, String name, Shape shape) {
        reading.add(Problem.of(ErrorCode.PROJECT_INVALID, at(scalar.place()), name + " is empty")
                .value(shown(scalar))
                .expected(shape.words())
                .next(scalar.text().isBlank() ? "" : "in quotes where the word itself is meant"));
    }

    private Optional<Scalar> scalar(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof Scalar scalar) {
                return Optional.of(scalar);
            }
            wrongKind(full(key), node, key(key).shape().words());
            return Optional.empty();
        });
    }

    /// The value of a key, or its default; says so where it must be there and is not.
    private Optional<YamlNode> node(String key) {
        Key known = key(key);
        asked.add(key);
        Entry entry = entries.get(key);
        if (entry != null) {
            // What a short form stands for is found where it is read.
            if (!(entry.value() instanceof Mapping || known.shape() instanceof Shape.Brief)) {
                reading.found(full(key), shown(entry.value()), entry.place());
            }
            return Optional.of(entry.value());
        }
        return switch (known.need()) {
            case DEFAULT -> {
                reading.supposed(full(key), known.otherwise(), new Setting.Default());
                yield Optional.of(known.fallback());
            }
            case REQUIRED -> {
                reading.add(Problem.of(ErrorCode.PROJECT_INVALID, at(place), full(key) + " is missing")
                        .expected(known.shape().words()));
                yield Optional.empty();
            }
            case OPTIONAL, DERIVED -> Optional.empty();
        };
    }

    private static String shown(YamlNode node) {
        return switch (node) {
            case Scalar scalar ->
                scalar.plain() || !isNothing(scalar) ? scalar.text().strip() : "\"" + scalar.text() + "\"";
            case Sequence sequence ->
                sequence.items().stream().map(Section::shown).collect(Collectors.joining(", ", "[", "]"));
            case Mapping mapping ->
                mapping.entries().stream()
                        .map(entry -> entry.key() + ": " + shown(entry.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private void wrongKind(String name, YamlNode node, String expected) {
        reading.add(Problem.of(ErrorCode.PROJECT_INVALID, at(node.place()), name + " has the wrong form")
                .value(node.kind())
                .expected(expected));
    }
}

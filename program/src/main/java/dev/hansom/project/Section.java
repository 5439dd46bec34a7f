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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One mapping of a project file being read: typed values by key. Problems are collected, never thrown, so that a
/// person sees all of them at once; [#close] reports keys that nobody asked for.
///
/// Threads: not safe; one reader.
final class Section {
    static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    private final String file;
    private final String path;
    private final Place place;
    private final List<Problem> problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    Section(String file, String path, Mapping mapping, List<Problem> problems) {
        this.file = file;
        this.path = path;
        this.place = mapping.place();
        this.problems = problems;
        for (Entry entry : mapping.entries()) {
            if (entries.putIfAbsent(entry.key(), entry) != null) {
                problem(entry.place(), "the key " + full(entry.key()) + " is there twice");
            }
        }
    }

    /// The keys in the order of the file; a section of free names has no unknown ones.
    List<String> names() {
        asked.addAll(entries.keySet());
        return List.copyOf(entries.keySet());
    }

    /// Where the value of `key` begins, or the section where it has none.
    Place placeOf(String key) {
        Entry entry = entries.get(key);
        return entry == null ? place : entry.value().place();
    }

    /// Required text; empty where it is missing.
    String text(String key) {
        return optionalText(key).orElseGet(() -> {
            missing(key, "text");
            return "";
        });
    }

    Optional<String> optionalText(String key) {
        return scalar(key, "text").map(scalar -> {
            if (scalar.text().isBlank()) {
                problem(scalar.place(), full(key) + " is empty");
            }
            return scalar.text().strip();
        });
    }

    /// Required number; NaN where it is missing.
    double number(String key) {
        return optionalNumber(key).orElseGet(() -> {
            missing(key, "a number");
            return Double.NaN;
        });
    }

    Optional<Double> optionalNumber(String key) {
        return scalar(key, "a number").flatMap(scalar -> {
            try {
                return Optional.of(Double.valueOf(scalar.text().strip()));
            } catch (NumberFormatException e) {
                problems.add(Problem.of(ErrorCode.PROJECT_INVALID, at(scalar.place()), full(key) + " is not a number")
                        .value(scalar.text())
                        .expected("a number such as 0.2"));
                return Optional.empty();
            }
        });
    }

    /// Whole number in a range, or `otherwise` where it is missing.
    long whole(String key, long otherwise, long least, long most) {
        Optional<Double> number = optionalNumber(key);
        if (number.isEmpty()) {
            return otherwise;
        }
        double value = number.get();
        if (value != Math.rint(value) || value < least || value > most) {
            problems.add(Problem.of(ErrorCode.PROJECT_INVALID, at(placeOf(key)), full(key) + " does not fit")
                    .value(String.valueOf(value))
                    .expected("a whole number from " + least + " to " + most));
            return otherwise;
        }
        return (long) value;
    }

    /// Required list of texts, at least one.
    List<String> texts(String key) {
        List<String> texts = optionalTexts(key);
        if (texts.isEmpty() && !entries.containsKey(key)) {
            missing(key, "a list");
        }
        return texts;
    }

    /// A list of texts; a single value counts as a list of one.
    List<String> optionalTexts(String key) {
        return node(key).map(node -> textsOf(full(key), node)).orElse(List.of());
    }

    /// A list whose items are lists of texts.
    List<List<String>> lists(String key) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof Sequence sequence)) {
            wrongKind(key, node.get(), "a list of lists");
            return List.of();
        }
        return sequence.items().stream().map(item -> textsOf(full(key), item)).toList();
    }

    /// Required section; an empty one where it is missing.
    Section section(String key) {
        Optional<Section> section = optionalSection(key);
        if (section.isEmpty() && !entries.containsKey(key)) {
            missing(key, "keys with values");
        }
        return section.orElseGet(() -> new Section(file, full(key), new Mapping(List.of(), place), new ArrayList<>()));
    }

    Optional<Section> optionalSection(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof Mapping mapping) {
                return Optional.of(new Section(file, full(key), mapping, problems));
            }
            wrongKind(key, node, "keys with values");
            return Optional.empty();
        });
    }

    /// Whether the value of `key` is a single value (not a section).
    boolean isScalar(String key) {
        Entry entry = entries.get(key);
        return entry != null && entry.value() instanceof Scalar;
    }

    /// Whether the value of `key` is a section.
    boolean isSection(String key) {
        Entry entry = entries.get(key);
        return entry != null && entry.value() instanceof Mapping;
    }

    /// Takes `key` as known, whatever it holds.
    void skip(String key) {
        asked.add(key);
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /// Reports every key that nobody asked for, with the nearest that would do.
    void close() {
        for (Entry entry : entries.values()) {
            if (!asked.contains(entry.key())) {
                String nearest = Nearest.to(entry.key(), asked)
                        .map(name -> "did you mean " + name + "?")
                        .orElse("");
                problems.add(Problem.of(
                                ErrorCode.PROJECT_INVALID, at(entry.place()), "unknown key " + full(entry.key()))
                        .expected("one of "
                                + String.join(
                                        ", ", asked.stream().distinct().sorted().toList()))
                        .next(nearest));
            }
        }
    }

    /// Reports a value that does not fit.
    void refuse(String key, String value, String expected) {
        problems.add(Problem.of(ErrorCode.PROJECT_INVALID, at(placeOf(key)), full(key) + " does not fit")
                .value(value)
                .expected(expected));
    }

    /// Reports a key that is no word, where names for expressions are expected.
    void requireWord(String name) {
        if (!WORD.matcher(name).matches()) {
            problem(placeOf(name), name + " is no name (expected: a word of letters, digits and _)");
        }
    }

    /// Reports `name`, which stands for this section, where it is no word.
    void requireWord(String key, String name) {
        if (!WORD.matcher(name).matches()) {
            problem(placeOf(key), name + " is no name (expected: a word of letters, digits and _)");
        }
    }

    /// What would do in place of `given`, with the nearest of them.
    static String choices(String given, List<String> known) {
        return "one of " + String.join(", ", known)
                + Nearest.to(given, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }

    void problem(Place where, String what) {
        problems.add(Problem.of(ErrorCode.PROJECT_INVALID, at(where), what));
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    String at(Place where) {
        return file + ":" + where.line() + ":" + where.column();
    }

    String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private List<String> textsOf(String name, YamlNode node) {
        return switch (node) {
            case Scalar scalar -> List.of(scalar.text().strip());
            case Sequence sequence -> {
                List<String> texts = new ArrayList<>();
                for (YamlNode item : sequence.items()) {
                    if (item instanceof Scalar scalar) {
                        texts.add(scalar.text().strip());
                    } else {
                        problem(item.place(), name + " has " + item.kind() + " where a value is expected");
                    }
                }
                yield texts;
            }
            case Mapping mapping -> {
                problem(mapping.place(), name + " has keys where a list is expected");
                yield List.of();
            }
        };
    }

    private Optional<Scalar> scalar(String key, String expected) {
        return node(key).flatMap(node -> {
            if (node instanceof Scalar scalar) {
                return Optional.of(scalar);
            }
            wrongKind(key, node, expected);
            return Optional.empty();
        });
    }

    private Optional<YamlNode> node(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    private void missing(String key, String kind) {
        if (!entries.containsKey(key)) {
            problems.add(Problem.of(ErrorCode.PROJECT_INVALID, at(place), full(key) + " is missing")
                    .expected(kind));
        }
    }

    private void wrongKind(String key, YamlNode node, String expected) {
        problems.add(Problem.of(ErrorCode.PROJECT_INVALID, at(node.place()), full(key) + " has the wrong form")
                .value(node.kind())
                .expected(expected));
    }
}

package dev.hansom.project;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Hash;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Yaml;
import dev.hansom.base.YamlNode;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Nearest;
import dev.hansom.score.expression.Table;
import dev.hansom.score.feature.Definition;
import dev.hansom.score.feature.Feature;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads a project file into a [Project], or reports everything that is wrong with it at once.
///
/// Errors: PROJECT_INVALID, one problem for each mistake, with line and column; FILE_UNUSABLE.
public final class ProjectReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    private final Path file;
    private final String shown;
    private final List<Problem> problems = new ArrayList<>();
    private final Places places = new Places();

    private ProjectReader(Path file) {
        this.file = file.toAbsolutePath().normalize();
        this.shown = file.toString();
    }

    /// The project in `file`.
    public static Project read(Path file) {
        return new ProjectReader(file).read();
    }

    private Project read() {
        YamlNode node = Yaml.read(file);
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw new ProblemException(Problem.of(ErrorCode.PROJECT_INVALID, shown, "no keys at the top")
                    .value(node.kind())
                    .expected("keys such as name: and question:"));
        }
        Section top = new Section(shown, "", mapping, problems);
        Project project = project(top);
        top.close();
        if (problems.isEmpty()) {
            new ProjectCheck(project, places, shown, problems).run();
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return project;
    }

    private Project project(Section top) {
        String name = top.text("name");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            refuse(top, "name", name, "a letter, then letters, digits, - and _");
        }
        List<Moment> moments = moments(top);
        Moment prediction = moment(top, "prediction", moments);
        List<Field> fields = fields(top.section("fields"), moments);
        Target target = target(top.section("target"));
        places.put("keep", top.placeOf("keep"));
        places.put("keep_labelled", top.placeOf("keep_labelled"));
        places.put("time", top.placeOf("time"));
        return new Project(
                name,
                top.text("question"),
                top.text("owner"),
                target,
                top.optionalText("keep").orElse("TRUE"),
                top.optionalText("keep_labelled").orElse("TRUE"),
                top.text("time"),
                parsed(top, "time_zone", ZoneId::of, ZoneId.of("UTC"), "a time zone such as America/New_York"),
                moments,
                prediction,
                parsed(top, "label_delay", ProjectReader::duration, Duration.ZERO, "a duration such as PT2H or 2h"),
                objective(top.section("decide")),
                data(top.section("data")),
                fields,
                tables(top.optionalSection("tables")),
                definitions(top.optionalSection("definitions")),
                lookups(top.optionalSection("lookups")),
                rule(top.section("rule")),
                features(top.section("features")),
                learner(top.section("learner")),
                watch(top.section("watch")),
                top.whole("seed", 1, 0, Integer.MAX_VALUE),
                file,
                Hash.sha256(file));
    }

    private List<Moment> moments(Section top) {
        List<String> names = top.texts("moments");
        List<Moment> moments = new ArrayList<>();
        for (String name : names) {
            if (moments.stream().anyMatch(moment -> moment.name().equals(name))) {
                top.problem(top.placeOf("moments"), "moment " + name + " is there twice");
            }
            moments.add(new Moment(name, moments.size()));
        }
        return moments;
    }

    private Moment moment(Section section, String key, List<Moment> moments) {
        String name = section.text(key);
        Optional<Moment> moment =
                moments.stream().filter(m -> m.name().equals(name)).findFirst();
        if (moment.isEmpty() && !name.isEmpty() && !moments.isEmpty()) {
            refuse(
                    section,
                    key,
                    name,
                    choices(name, moments.stream().map(Moment::name).toList()));
        }
        return moment.orElse(new Moment(name, Integer.MAX_VALUE));
    }

    private Target target(Section section) {
        places.put("target", section.placeOf("expression"));
        places.put("known_at", section.placeOf("known_at"));
        Target target = new Target(
                word(section, "name"),
                section.text("expression"),
                section.text("unit"),
                section.optionalText("known_at"));
        section.close();
        return target;
    }

    private Objective objective(Section section) {
        String metric = section.text("metric");
        List<String> metrics = List.of("mae", "mse");
        if (!metric.isEmpty() && !metrics.contains(metric)) {
            refuse(section, "metric", metric, "a loss that adds up row by row: " + choices(metric, metrics));
        }
        double margin = section.number("margin");
        if (margin < 0) {
            refuse(section, "margin", String.valueOf(margin), "zero or more, in the unit of the metric");
        }
        Objective objective = new Objective(metric, margin, section.text("reason"));
        section.close();
        return objective;
    }

    private DataSource data(Section section) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        DataSource source = new DataSource(
                folder,
                section.texts("files"),
                (int) section.whole("validate", 1, 1, 120),
                (int) section.whole("live", 1, 0, 120),
                section.optionalText("source").orElse(""));
        section.close();
        return source;
    }

    private List<Field> fields(Section section, List<Moment> moments) {
        List<Field> fields = new ArrayList<>();
        for (String name : section.names()) {
            freeName(section, name);
            Section one = section.section(name);
            places.put("field " + name, one.placeOf("known"));
            fields.add(new Field(
                    name,
                    one.optionalText("column").orElse(name),
                    type(one),
                    moment(one, "known", moments),
                    one.optionalText("stands_in_for"),
                    one.optionalText("unit")));
            one.close();
        }
        return fields;
    }

    private Type type(Section section) {
        String text = section.text("type");
        List<String> types = Arrays.stream(Type.values()).map(Type::text).toList();
        if (!types.contains(text)) {
            if (!text.isEmpty()) {
                refuse(section, "type", text, choices(text, types));
            }
            return Type.DOUBLE;
        }
        return Type.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private List<Table> tables(Optional<Section> section) {
        List<Table> tables = new ArrayList<>();
        for (String name : section.map(Section::names).orElse(List.of())) {
            freeName(section.orElseThrow(), name);
            Section one = section.orElseThrow().section(name);
            Section values = one.section("values");
            Map<Long, String> byKey = new LinkedHashMap<>();
            for (String value : values.names()) {
                for (String key : values.texts(value)) {
                    tableKey(values, value, key).ifPresent(number -> {
                        if (byKey.putIfAbsent(number, value) != null) {
                            values.problem(values.placeOf(value), "key " + number + " of " + name + " is there twice");
                        }
                    });
                }
            }
            tables.add(new Table(name, byKey, one.optionalText("otherwise").orElse("other"), one.text("source")));
            one.close();
        }
        return tables;
    }

    private Optional<Long> tableKey(Section values, String value, String key) {
        try {
            return Optional.of(Long.valueOf(key));
        } catch (NumberFormatException e) {
            refuse(values, value, key, "whole numbers");
            return Optional.empty();
        }
    }

    private List<Definition> definitions(Optional<Section> section) {
        List<Definition> definitions = new ArrayList<>();
        for (String name : section.map(Section::names).orElse(List.of())) {
            freeName(section.orElseThrow(), name);
            places.put("definition " + name, section.orElseThrow().placeOf(name));
            definitions.add(new Definition(name, section.orElseThrow().text(name)));
        }
        return definitions;
    }

    private List<LookupPlan> lookups(Optional<Section> section) {
        List<LookupPlan> lookups = new ArrayList<>();
        for (String name : section.map(Section::names).orElse(List.of())) {
            freeName(section.orElseThrow(), name);
            Section one = section.orElseThrow().section(name);
            lookups.add(lookup(name, one));
            one.close();
        }
        return lookups;
    }

    private LookupPlan lookup(String name, Section one) {
        Optional<String> mean = one.optionalText("mean");
        Optional<String> median = one.optionalText("median");
        List<String> ratio = one.optionalTexts("ratio");
        int given = (mean.isPresent() ? 1 : 0) + (median.isPresent() ? 1 : 0) + (ratio.isEmpty() ? 0 : 1);
        if (given != 1) {
            one.problem(one.placeOf(""), "lookup " + name + " needs one of mean:, median: or ratio:");
        }
        if (!ratio.isEmpty() && ratio.size() != 2) {
            refuse(one, "ratio", ratio.size() + " expressions", "two: what is summed, and what it is divided by");
        }
        String key = mean.isPresent() ? "mean" : median.isPresent() ? "median" : "ratio";
        places.put("lookup " + name, one.placeOf(key));
        List<List<String>> levels = new ArrayList<>();
        levels.add(one.texts("by"));
        levels.addAll(one.lists("then"));
        double shrink = one.optionalNumber("shrink").orElse(0.0);
        if (shrink < 0) {
            refuse(one, "shrink", String.valueOf(shrink), "zero or more rows");
        }
        return new LookupPlan(
                name,
                mean.isPresent() ? Statistic.MEAN : median.isPresent() ? Statistic.MEDIAN : Statistic.RATIO,
                mean.or(() -> median).or(() -> ratio.stream().findFirst()).orElse("0"),
                ratio.size() == 2 ? Optional.of(ratio.get(1)) : Optional.empty(),
                one.optionalText("where"),
                levels,
                shrink,
                one.optionalNumber("default").map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    private RulePlan rule(Section section) {
        places.put("rule", section.placeOf("expression"));
        RulePlan rule = new RulePlan(section.text("expression"), section.text("reason"));
        section.close();
        return rule;
    }

    private List<Feature> features(Section section) {
        List<Feature> features = new ArrayList<>();
        for (String name : section.names()) {
            places.put("feature " + name, section.placeOf(name));
            features.add(new Feature(name, section.text(name)));
        }
        if (features.isEmpty()) {
            section.problem(section.placeOf(""), "features has none; a model needs at least one");
        }
        return features;
    }

    private Learner learner(Section section) {
        List<String> kinds = Arrays.stream(Learner.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
        String kind = section.text("kind");
        if (!kind.isEmpty() && !kinds.contains(kind)) {
            refuse(section, "kind", kind, choices(kind, kinds));
        }
        Map<String, Double> parameters = new LinkedHashMap<>();
        section.optionalSection("parameters").ifPresent(given -> {
            for (String name : given.names()) {
                places.put("parameter " + name, given.placeOf(name));
                parameters.put(name, given.number(name));
            }
        });
        section.close();
        return new Learner(
                kinds.contains(kind) ? Learner.Kind.valueOf(kind.toUpperCase(Locale.ROOT)) : Learner.Kind.RIDGE,
                parameters);
    }

    private Watch watch(Section section) {
        double coverage = section.optionalNumber("coverage").orElse(0.8);
        if (!(coverage >= 0 && coverage <= 1)) {
            refuse(section, "coverage", String.valueOf(coverage), "a share from 0 to 1");
        }
        Period window = parsed(section, "window", Period::parse, Period.ofDays(7), "days such as P7D");
        if (window.toTotalMonths() != 0 || window.isNegative() || window.isZero()) {
            refuse(section, "window", window.toString(), "at least one day, given in days such as P7D");
        }
        section.close();
        return new Watch(window, coverage);
    }

    private <T> T parsed(Section section, String key, Function<String, T> parse, T otherwise, String expected) {
        String text = section.text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            refuse(section, key, text, expected);
            return otherwise;
        }
    }

    private static Duration duration(String text) {
        String given = text.toUpperCase(Locale.ROOT);
        if (given.startsWith("P")) {
            return Duration.parse(given);
        }
        return Duration.parse(given.endsWith("D") ? "P" + given : "PT" + given);
    }

    private String word(Section section, String key) {
        String text = section.text(key);
        if (!text.isEmpty() && !WORD.matcher(text).matches()) {
            refuse(section, key, text, "a word of letters, digits and _");
        }
        return text;
    }

    private void freeName(Section section, String name) {
        if (!WORD.matcher(name).matches()) {
            section.problem(section.placeOf(name), name + " is no name (expected: a word of letters, digits and _)");
        }
    }

    private static String choices(String given, List<String> known) {
        return "one of " + String.join(", ", known)
                + Nearest.to(given, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }

    private void refuse(Section section, String key, String value, String expected) {
        section.problem(Problem.of(
                        ErrorCode.PROJECT_INVALID,
                        section.at(section.placeOf(key)),
                        section.full(key) + " does not fit")
                .value(value)
                .expected(expected));
    }
}

package dev.hansom.project;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Hash;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Yaml;
import dev.hansom.base.YamlNode;
import dev.hansom.score.Type;
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
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads a project file into a [Project], or reports everything that is wrong with it at once.
///
/// Errors: PROJECT_INVALID, one problem for each mistake, with line and column; FILE_UNUSABLE.
public final class ProjectReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");

    private final Path file;
    private final String shown;
    private final List<Problem> problems = new ArrayList<>();
    private final Places places = new Places();
    private final NamesReader names = new NamesReader(places);

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
            top.refuse("name", name, "a letter, then letters, digits, - and _");
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
                names.tables(top.optionalSection("tables")),
                names.definitions(top.optionalSection("definitions")),
                names.lookups(top.optionalSection("lookups")),
                rule(top.section("rule")),
                names.features(top.section("features")),
                learner(top.section("learner")),
                watch(top.section("watch")),
                new ChecksReader(places, fields, ProjectReader::duration).checks(top.optionalSection("checks")),
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
            section.refuse(
                    key,
                    name,
                    Section.choices(name, moments.stream().map(Moment::name).toList()));
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
            section.refuse("metric", metric, "a loss that adds up row by row: " + Section.choices(metric, metrics));
        }
        double margin = section.number("margin");
        if (margin < 0) {
            section.refuse("margin", String.valueOf(margin), "zero or more, in the unit of the metric");
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
            section.requireWord(name);
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
                section.refuse("type", text, Section.choices(text, types));
            }
            return Type.DOUBLE;
        }
        return Type.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private RulePlan rule(Section section) {
        places.put("rule", section.placeOf("expression"));
        RulePlan rule = new RulePlan(section.text("expression"), section.text("reason"));
        section.close();
        return rule;
    }

    private Learner learner(Section section) {
        List<String> kinds = Arrays.stream(Learner.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
        String kind = section.text("kind");
        if (!kind.isEmpty() && !kinds.contains(kind)) {
            section.refuse("kind", kind, Section.choices(kind, kinds));
        }
        Learner.Kind known =
                kinds.contains(kind) ? Learner.Kind.valueOf(kind.toUpperCase(Locale.ROOT)) : Learner.Kind.RIDGE;
        Map<String, Double> parameters = new LinkedHashMap<>();
        section.optionalSection("parameters").ifPresent(given -> {
            for (Learner.Parameter parameter : known.parameters()) {
                given.optionalNumber(parameter.name()).ifPresent(value -> {
                    if (!parameter.takes(value)) {
                        given.refuse(parameter.name(), String.valueOf(value), parameter.numbers());
                    }
                    parameters.put(parameter.name(), value);
                });
            }
            given.close();
        });
        section.close();
        return new Learner(known, parameters);
    }

    private Watch watch(Section section) {
        double coverage = section.optionalNumber("coverage").orElse(0.8);
        if (!(coverage >= 0 && coverage <= 1)) {
            section.refuse("coverage", String.valueOf(coverage), "a share from 0 to 1");
        }
        Period window = parsed(section, "window", Period::parse, Period.ofDays(7), "days such as P7D");
        if (window.toTotalMonths() != 0 || window.isNegative() || window.isZero()) {
            section.refuse("window", window.toString(), "at least one day, given in days such as P7D");
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
            section.refuse(key, text, expected);
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
        if (!text.isEmpty() && !Section.WORD.matcher(text).matches()) {
            section.refuse(key, text, "a word of letters, digits and _");
        }
        return text;
    }
}

package dev.hansom.project;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Hash;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Yaml;
import dev.hansom.base.YamlNode;
import dev.hansom.project.Promises.Direction;
import dev.hansom.score.Range;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.ExpressionException;
import dev.hansom.score.expression.Scope;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads a project file into a [Project], or reports everything that is wrong with it at once.
///
/// Errors: PROJECT_INVALID, one problem for each mistake, with line and column; FILE_UNUSABLE.
public final class ProjectReader {
    private final Path file;
    private final Reading reading;
    private final TableFiles tableFiles;
    private final Places places = new Places();
    private final NamesReader names = new NamesReader(places);
    private final Map<String, Direction> directions = new HashMap<>();

    private ProjectReader(Path file, TableFiles tableFiles) {
        this.tableFiles = tableFiles;
        this.file = file.toAbsolutePath().normalize();
        this.reading = new Reading(file.toString());
    }

    /// The project in `file`, whose reference tables come from CSV files.
    public static Project read(Path file) {
        return read(file, TableFiles.CSV);
    }

    /// The project in `file`, whose reference tables are read by `tables`.
    public static Project read(Path file, TableFiles tables) {
        return new ProjectReader(file, tables).read();
    }

    /// What is in force by the project in `file`, and where each value comes from. Errors: as [#read].
    public static List<Setting> settings(Path file, TableFiles tables) {
        ProjectReader reader = new ProjectReader(file, tables);
        reader.read();
        return reader.reading.settings();
    }

    /// What reading `file` meets, whatever is wrong with it.
    static Reading trace(Path file) {
        ProjectReader reader = new ProjectReader(file, TableFiles.CSV);
        try {
            reader.read();
        } catch (ProblemException e) {
            // The reading has the problems.
        }
        return reader.reading;
    }

    private Project read() {
        YamlNode node = Yaml.read(file);
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw new ProblemException(Problem.of(ErrorCode.PROJECT_INVALID, reading.file(), "no keys at the top")
                    .value(node.kind())
                    .expected("keys such as name: and target:"));
        }
        Section top = new Section(reading, mapping);
        Project project = project(top);
        top.close();
        if (reading.problems().isEmpty()) {
            new ProjectCheck(project, places, reading).run();
        }
        if (!reading.problems().isEmpty()) {
            throw new ProblemException(reading.problems());
        }
        return project;
    }

    private Project project(Section top) {
        String name = top.text("name");
        Optional<String> question = top.optionalText("question");
        Optional<String> owner = top.optionalText("owner");
        List<Moment> moments = moments(top);
        Moment prediction = prediction(top, moments);
        List<Field> fields = fields(top.section("fields"), moments, prediction);
        Target target = target(top.section("target"), fields);
        Section data = top.section("data");
        boolean timed = top.has("time");
        TablesReader tables =
                new TablesReader(Optional.ofNullable(file.getParent()).orElse(Path.of("")), tableFiles);
        tables.read(top.optionalSection("tables"));
        FeaturesReader features = new FeaturesReader(places, target.name());
        features.read(top.section("features"));
        String asked = Project.question(target, prediction);
        top.derived("question", asked);
        top.derived("owner", Project.NOBODY);
        Objective objective = objective(top.section("decide"), target);
        ConstantRule constant = new ConstantRule(target, objective);
        Optional<RulePlan> rule = top.optionalSection("rule").map(this::rule);
        List<LookupPlan> lookups = new ArrayList<>(names.lookups(top.optionalSection("lookups")));
        lookups.addAll(features.lookups());
        if (rule.isEmpty()) {
            lookups.add(constant.lookup());
            top.derived(
                    "rule",
                    constant.rule().expression() + ", " + constant.rule().reason());
        }
        places.put("keep", top.placeOf("keep"));
        places.put("keep_labelled", top.placeOf("keep_labelled"));
        places.put("time", top.placeOf("time"));
        return new Project(
                name,
                question.orElse(asked),
                owner.orElse(Project.NOBODY),
                target,
                top.text("keep"),
                top.text("keep_labelled"),
                top.optionalText("time").orElse(Project.ORDER),
                parsed(top, "time_zone", ZoneId::of, ZoneId.of("UTC"), "a time zone such as America/New_York"),
                moments,
                prediction,
                parsed(top, "label_delay", ProjectReader::duration, Duration.ZERO, "a duration such as PT2H or 2h"),
                objective,
                data(data),
                split(top, data, timed, fields),
                fields,
                tables.tables(),
                names.definitions(top.optionalSection("definitions")),
                List.copyOf(lookups),
                rule.orElse(constant.rule()),
                features.features(),
                features.encoders(),
                new Promises(directions, features.directions(), answer(top.section("answer"))),
                learner(top.section("learner"), target.isClass()),
                watch(top.section("watch")),
                new ChecksReader(places, fields, ProjectReader::duration).checks(top.optionalSection("checks")),
                top.whole("seed"),
                file,
                hash(tables.files()));
    }

    /// The hash of the file, and of those that its tables are read from.
    private String hash(Set<Path> files) {
        String own = Hash.sha256(file);
        return files.isEmpty()
                ? own
                : Hash.sha256(own + files.stream().map(Hash::sha256).collect(Collectors.joining()));
    }

    private List<Moment> moments(Section top) {
        List<String> names = top.texts("moments");
        List<Moment> moments = new ArrayList<>();
        for (String name : names) {
            if (moments.stream().anyMatch(moment -> moment.name().equals(name))) {
                top.problem(top.placeOf("moments"), "moment " + name + " is there twice", "each moment once");
            }
            moments.add(new Moment(name, moments.size()));
        }
        return moments;
    }

    private Moment prediction(Section top, List<Moment> moments) {
        Moment first = moments.isEmpty() ? new Moment("", 0) : moments.getFirst();
        Moment prediction = moment(top, "prediction", moments, first);
        top.derived("prediction", prediction.name());
        return prediction;
    }

    private Moment moment(Section section, String key, List<Moment> moments, Moment otherwise) {
        Optional<String> name = section.optionalText(key);
        if (name.isEmpty()) {
            return otherwise;
        }
        Optional<Moment> moment =
                moments.stream().filter(m -> m.name().equals(name.get())).findFirst();
        if (moment.isEmpty() && !moments.isEmpty()) {
            List<String> known = moments.stream().map(Moment::name).toList();
            section.refuse(key, name.get(), Section.choices(name.get(), known));
        }
        return moment.orElse(new Moment(name.get(), Integer.MAX_VALUE));
    }

    private Target target(Section section, List<Field> fields) {
        places.put("target", section.placeOf("expression"));
        places.put("known_at", section.placeOf("known_at"));
        String expression = section.text("expression");
        Target.Task task = section.optionalText("task")
                .map(word -> Target.Task.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(implied(expression, fields));
        section.derived("task", task.name().toLowerCase(Locale.ROOT));
        boolean isClass = task == Target.Task.CLASSIFICATION;
        String unit = isClass ? "probability" : "units";
        section.derived("unit", unit);
        Optional<String> positive = section.optionalText("positive");
        if (positive.isPresent() && !isClass) {
            section.refuse("positive", positive.get(), "target.task: classification beside it");
        }
        Target target = new Target(
                section.text("name"),
                expression,
                section.optionalText("unit").orElse(unit),
                section.optionalText("known_at"),
                task,
                positive);
        section.close();
        return target;
    }

    /// A condition is a class. What does not compile is reported later.
    private static Target.Task implied(String expression, List<Field> fields) {
        Map<String, Schema.Column> columns = new LinkedHashMap<>();
        fields.forEach(field -> columns.put(field.name(), new Schema.Column(field.name(), field.type())));
        try {
            Scope scope = Scope.of(new Schema(List.copyOf(columns.values())));
            return Expression.compile(expression, scope).type() == Type.BOOLEAN
                    ? Target.Task.CLASSIFICATION
                    : Target.Task.REGRESSION;
        } catch (ExpressionException e) {
            return Target.Task.REGRESSION;
        }
    }

    private Objective objective(Section section, Target target) {
        List<String> metrics = target.isClass() ? List.of("log_loss", "brier") : List.of("mae", "mse");
        Optional<String> metric = section.optionalText("metric");
        metric.filter(word -> !metrics.contains(word))
                .ifPresent(word -> section.refuse(
                        "metric",
                        word,
                        Section.choices(word, metrics) + " for "
                                + target.task().name().toLowerCase(Locale.ROOT)));
        section.derived("metric", metrics.getFirst());
        Objective objective = new Objective(
                metric.filter(metrics::contains).orElse(metrics.getFirst()),
                section.number("margin"),
                section.text("reason"),
                trusted(section),
                section.optionalText("effort")
                        .map(word -> Objective.Effort.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(Objective.Effort.AUTO));
        section.close();
        return objective;
    }

    private Map<String, String> trusted(Section decide) {
        Map<String, String> trusted = new LinkedHashMap<>();
        decide.optionalSection("trusted").ifPresent(section -> {
            for (String name : section.names()) {
                trusted.put(name, section.text(name));
                places.put("trusted " + name, section.placeOf(name));
            }
            section.close();
        });
        return trusted;
    }

    private DataSource data(Section section) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        List<String> files = section.texts("files");
        Section csv = section.section("csv");
        DataSource source = new DataSource(
                folder,
                files,
                section.optionalText("source").orElse(""),
                section.optionalText("licence").orElse(""),
                sample(section),
                CsvStyleReader.read(csv));
        if (!files.stream().allMatch(name -> name.endsWith(".parquet"))) {
            CsvStyleReader.unsaid(csv);
        }
        return source;
    }

    private static double sample(Section data) {
        double share = data.number("sample");
        if (share == 0) {
            data.refuse("sample", "0", "a share of the rows above 0, such as 0.1");
        }
        return share > 0 ? share : 1;
    }

    private static SplitPlan split(Section top, Section data, boolean timed, List<Field> fields) {
        SplitPlan plan = new SplitReader(timed, fields).read(top.section("split"), data);
        data.close();
        return plan;
    }

    private List<Field> fields(Section section, List<Moment> moments, Moment prediction) {
        List<Field> fields = new ArrayList<>();
        for (String name : section.names()) {
            Section one = section.section(name);
            places.put("field " + name, one.placeOf("known"));
            fields.add(new Field(
                    name,
                    one.optionalText("column").orElse(name),
                    one.optionalText("type")
                            .map(type -> Type.valueOf(type.toUpperCase(Locale.ROOT)))
                            .orElse(Type.DOUBLE),
                    moment(one, "known", moments, prediction),
                    one.optionalText("stands_in_for"),
                    one.optionalText("unit")));
            FeaturesReader.direction(one).ifPresent(direction -> directions.put(name, direction));
            one.derived("column", name);
            one.derived("known", prediction.name());
            one.close();
        }
        return fields;
    }

    private Range answer(Section section) {
        double least = section.optionalNumber("min").orElse(Double.NEGATIVE_INFINITY);
        double most = section.optionalNumber("max").orElse(Double.POSITIVE_INFINITY);
        section.close();
        if (!(least < most)) {
            section.refuse("min", String.valueOf(least), "less than max, which is " + most);
            return Range.ANY;
        }
        return new Range(least, most);
    }

    private RulePlan rule(Section section) {
        places.put("rule", section.placeOf("expression"));
        RulePlan rule = new RulePlan(section.text("expression"), section.text("reason"));
        section.close();
        return rule;
    }

    private Learner learner(Section section, boolean isClass) {
        Learner.Kind kind = section.optionalText("kind")
                .map(word -> Learner.Kind.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Learner.Kind.XGBOOST);
        Map<String, Double> parameters = new LinkedHashMap<>();
        section.optionalSection("parameters").ifPresent(given -> {
            for (Learner.Parameter parameter : kind.parameters()) {
                given.optionalNumber(parameter.name()).ifPresent(value -> parameters.put(parameter.name(), value));
            }
            if (isClass && parameters.containsKey(Learner.QUANTILE)) {
                given.refuse(
                        Learner.QUANTILE, String.valueOf(parameters.get(Learner.QUANTILE)), "no quantile for a class");
            }
            given.close();
        });
        section.close();
        return new Learner(kind, parameters);
    }

    private Watch watch(Section section) {
        Period window = parsed(section, "window", Period::parse, Period.ofDays(7), "days such as P7D");
        if (window.isZero()) {
            section.refuse("window", window.toString(), "at least one day, given in days such as P7D");
        }
        Watch watch = new Watch(window, section.number("coverage"));
        section.close();
        return watch;
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
}

package dev.hansom.project;

import static dev.hansom.project.Key.optional;
import static dev.hansom.project.Key.required;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// All keys of a project file, in the order of the reference page: the one list that reader, JSON Schema and
/// `docs/project-file.md` are held against. The reader takes defaults, choices and bounds from here.
public final class Keys {
    static final Shape.Form WORD = new Shape.Form("a word of letters, digits and _", Section.WORD);
    static final Shape.Text EXPRESSION = new Shape.Text("an expression");
    static final Shape.Text TEXT = new Shape.Text("a text");
    static final Shape DURATION = new Shape.Form(
            "a duration such as PT2H, 2h or 3d",
            Pattern.compile(
                    "[Pp](?=.)(\\d+[Dd])?([Tt](?=.)(\\d+[Hh])?(\\d+[Mm])?(\\d+(\\.\\d+)?[Ss])?)?|\\d+[DdHhMm]|\\d+(\\.\\d+)?[Ss]"));
    static final Shape SECTION = new Shape.Section();
    static final Shape NAMES = new Shape.Names(WORD);

    private static final Map<String, Key> BY_PATH = byPath();

    private Keys() {}

    /// Every key.
    public static List<Key> all() {
        return List.copyOf(BY_PATH.values());
    }

    /// The key at a path with `*` for chosen names.
    public static Optional<Key> at(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    /// The keys of a section; those of the top for the empty path.
    public static List<Key> of(String section) {
        return BY_PATH.values().stream()
                .filter(key -> key.parent().equals(section))
                .toList();
    }

    private static Map<String, Key> byPath() {
        List<Key> all = new ArrayList<>();
        all.addAll(problem());
        all.addAll(DataKeys.all());
        all.addAll(CsvKeys.all());
        all.addAll(NameKeys.all());
        all.addAll(FeatureKeys.all());
        all.addAll(learning());
        all.addAll(CheckKeys.all());
        Map<String, Key> byPath = new LinkedHashMap<>();
        for (Key key : all) {
            if (byPath.put(key.path(), key) != null) {
                throw new IllegalStateException("the key " + key.path() + " is listed twice");
            }
            if (!key.parent().isEmpty() && !byPath.containsKey(key.parent())) {
                throw new IllegalStateException("the key " + key.path() + " is listed before its section");
            }
        }
        return byPath;
    }

    private static List<Key> problem() {
        Shape.Form name = new Shape.Form(
                "a letter, then letters, digits, - and _", Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}"));
        return List.of(
                required("name", name, "The project's name, unique in its home; models are registered under it.")
                        .example("taxi"),
                optional("question", TEXT, "The question that a prediction answers, as a person would ask it.")
                        .derived("made from the target and the moment of prediction, which `check` notes")
                        .example("How many minutes will this trip take, asked when it is requested?"),
                optional("owner", TEXT, "Who answers for the project.")
                        .derived("nobody, which `check` notes")
                        .example("dispatch@example.com"),
                required("target", SECTION, "What is predicted."),
                required("target.name", WORD, "Its name in expressions, reports and truths.")
                        .example("duration_minutes")
                        .refuses("a name that a field, table, definition or lookup has"),
                required("target.expression", EXPRESSION, "How the fields of a past row give it.")
                        .example("(epoch(dropoff) - epoch(pickup)) / 60"),
                optional(
                                "target.task",
                                new Shape.Choice(List.of("regression", "classification")),
                                "A number, or how probable one class is against the rest.")
                        .derived("classification where the expression is a condition, else regression")
                        .refuses("more than two classes: ask one against the rest, such as expression: kind = 'red'"),
                optional("target.positive", TEXT, "The text (or whole number) that is the class; every other is not.")
                        .example("'yes'")
                        .refuses("a regression"),
                optional("target.unit", TEXT, "Its unit, for every report.")
                        .derived("units; probability for a class")
                        .example("minutes"),
                optional("target.known_at", EXPRESSION, "The timestamp at which the truth of a past row was known.")
                        .derived("the row's `time` and `label_delay`")
                        .example("dropoff"),
                optional("moments", new Shape.Items(TEXT), "The life of a row, in order: when something becomes known.")
                        .otherwise("[prediction, outcome]")
                        .example("[request, pickup, dropoff]")
                        .refuses("a moment that is there twice"),
                optional(
                                "prediction",
                                TEXT,
                                "The moment at which an answer is given; fields known later cannot be read.")
                        .derived("the first of `moments`")
                        .example("request"),
                optional(
                                "time",
                                TEXT,
                                "The timestamp field that says what time a row is about; without it rows are parted by chance.")
                        .example("pickup")
                        .refuses("a field that is not declared, of another type, or known too late"),
                optional("time_zone", TEXT, "The zone whose wall clock the timestamps show.")
                        .otherwise("UTC")
                        .example("America/New_York"),
                optional("label_delay", DURATION, "How long after its time the truth of a row is known at the latest.")
                        .otherwise("PT0S")
                        .example("2h"),
                optional("keep", EXPRESSION, "Which rows are meant at all; it may read what is known at prediction.")
                        .otherwise("TRUE")
                        .example("zone IS NOT NULL"),
                optional(
                                "keep_labelled",
                                EXPRESSION,
                                "Which rows count once the truth is known; it may read the target.")
                        .otherwise("TRUE")
                        .example("duration_minutes BETWEEN 1 AND 60"),
                optional("decide", SECTION, "How the rule and a model are compared."),
                optional(
                                "decide.metric",
                                new Shape.Choice(List.of("mae", "mse", "log_loss", "brier")),
                                "The loss that decides; it adds up row by row.")
                        .derived("mae; log_loss for a class")
                        .refuses("mae and mse for a class, log_loss and brier for a number"),
                optional(
                                "decide.margin",
                                new Shape.Real(0, Double.POSITIVE_INFINITY),
                                "By how much a model must beat the rule, in the unit of the metric.")
                        .otherwise("0")
                        .example("0.2"),
                optional(
                                "decide.effort",
                                new Shape.Choice(List.of("auto", "full")),
                                "How much work the comparison of a large table may be: enough for a verdict, which says what was"
                                        + " saved; or all that training would do, for each week or fold.")
                        .otherwise("auto"),
                optional("decide.reason", TEXT, "Why so much.")
                        .otherwise("no margin was asked for: any gain that is certain counts")
                        .example("12 seconds a trip are about what a dispatcher notices"),
                optional(
                        "decide.trusted",
                        NAMES,
                        "Fields and features that may say nearly all of the target alone; without this check and design"
                                + " take them for leaks."),
                optional("decide.trusted.*", TEXT, "Why it is known beforehand and may say so much.")
                        .example("the size stands in the deed, years before the sale"));
    }

    private static List<Key> learning() {
        List<Key> keys = new ArrayList<>();
        keys.add(optional("learner", SECTION, "Which learner makes the model, with fixed parameters."));
        keys.add(optional(
                        "learner.kind",
                        new Shape.Choice(Learner.Kind.words()),
                        "Gradient boosted trees, or linear regression with an L2 penalty.")
                .otherwise("xgboost"));
        keys.add(optional("learner.parameters", SECTION, "Parameters of the learner, by its own names.")
                .example("{max_depth: 6, eta: 0.1}"));
        for (Learner.Kind kind : Learner.Kind.values()) {
            for (Learner.Parameter parameter : kind.parameters()) {
                keys.add(optional("learner.parameters." + parameter.name(), parameter.shape(), parameter.means())
                        .derived("the learner's own")
                        .refuses("another kind than " + kind.word()));
            }
        }
        keys.add(optional("watch", SECTION, "What monitoring compares."));
        keys.add(optional(
                        "watch.window",
                        new Shape.Form("days such as P7D", Pattern.compile("[Pp](?=.)(\\d{1,6}[Ww])?(\\d{1,6}[Dd])?")),
                        "The length of a window, by the time of the rows.")
                .otherwise("P7D")
                .refuses("less than a day"));
        keys.add(optional(
                        "watch.coverage",
                        new Shape.Real(0, 1),
                        "The share of known truths below which quality is not judged.")
                .otherwise("0.8"));
        keys.add(optional("seed", new Shape.Whole(0, Integer.MAX_VALUE), "The seed of everything that is drawn.")
                .otherwise("1"));
        return keys;
    }
}

package dev.hansom.project;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.ExpressionException;
import dev.hansom.score.expression.Nearest;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.feature.BoundLookup;
import dev.hansom.score.feature.Definition;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Lookup;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What can only be seen when the whole project file has been read: that every expression compiles with the right type,
/// that names are unique, and that nothing which answers a row reads a field before it is known.
final class ProjectCheck {
    private static final Set<Type> NUMBERS = Set.of(Type.DOUBLE, Type.INT64);
    private static final Set<Type> FEATURES = Set.of(Type.DOUBLE, Type.INT64, Type.BOOLEAN);
    private static final Set<Type> KEYS = Set.of(Type.INT64, Type.STRING, Type.BOOLEAN, Type.DATE, Type.TIMESTAMP);

    /// What the language says of what would do, at the end of its sentence.
    private static final Pattern KNOWN = Pattern.compile("(.*) \\((?:known|expected): (.*)\\)");

    private final Project project;
    private final Places places;
    private final Reading reading;

    ProjectCheck(Project project, Places places, Reading reading) {
        this.project = project;
        this.places = places;
        this.reading = reading;
    }

    void run() {
        if (!uniqueNames()) {
            return;
        }
        timeField();
        Schema fields = project.schema();
        target(fields);
        project.target()
                .knownAt()
                .ifPresent(text -> expression("known_at", text, Scope.of(fields), Set.of(Type.TIMESTAMP)));
        expression("keep", project.keep(), Scope.of(fields), Set.of(Type.BOOLEAN))
                .ifPresent(keep -> knownInTime("keep", keep.columns()));
        Schema labelled = project.labelledSchema();
        expression("keep_labelled", project.keepLabelled(), Scope.of(labelled), Set.of(Type.BOOLEAN))
                .ifPresent(keep -> knownInTime("keep_labelled", keep.columns()));
        answering(labelled);
        trusted();
        for (Checks.RowCheck check : project.checks().expressions()) {
            expression("check " + check.name(), check.expression(), Scope.of(labelled), Set.of(Type.BOOLEAN));
        }
    }

    /// A number; for a class, what is or is not it: a condition, 1 or 0, or a text beside `positive`.
    private void target(Schema fields) {
        Target target = project.target();
        Set<Type> types = target.positive().isPresent()
                ? Set.of(Type.STRING, Type.INT64)
                : target.isClass()
                        ? Set.of(Type.BOOLEAN, Type.DOUBLE, Type.INT64)
                        : Set.of(Type.DOUBLE, Type.INT64, Type.BOOLEAN);
        Optional<Expression> compiled = expression("target", target.expression(), Scope.of(fields), types);
        if (!target.isClass()
                && compiled.filter(one -> one.type() == Type.BOOLEAN).isPresent()) {
            add(Problem.of(ErrorCode.PROJECT_INVALID, at("target", 0), "the target is a condition, not a number")
                    .value(target.expression())
                    .expected("target.task: classification beside it"));
        }
    }

    private void answering(Schema labelled) {
        Scope past = Scope.of(labelled);
        for (var table : project.tables()) {
            past = past.with(table);
        }
        for (Definition definition : project.definitions()) {
            Optional<Expression> compiled =
                    expression("definition " + definition.name(), definition.expression(), past, Set.of(Type.values()));
            if (compiled.isEmpty()) {
                return;
            }
            past = past.with(definition.name(), compiled.get());
        }
        Scope keys = past;
        for (LookupPlan plan : project.lookups()) {
            Optional<Scope> wider = lookup(plan, keys, past);
            if (wider.isEmpty()) {
                return;
            }
            past = wider.get();
        }
        for (EncoderPlan plan : project.encoders()) {
            Optional<Scope> wider = encoder(plan, keys, past);
            if (wider.isEmpty()) {
                return;
            }
            past = wider.get();
        }
        Set<Type> ruled = project.target().isClass() ? FEATURES : Set.of(Type.DOUBLE, Type.INT64);
        expression("rule", project.rule().expression(), past, ruled)
                .ifPresent(rule -> knownInTime("rule", rule.columns()));
        Map<Feature, Expression> features = new LinkedHashMap<>();
        for (Feature feature : project.features()) {
            String part = "feature " + feature.name();
            Optional<Expression> compiled = expression(part, feature.expression(), past, FEATURES);
            compiled.ifPresent(found -> knownInTime(part, found.columns()));
            if (compiled.isPresent()) {
                past = past.withIfFree(feature.name(), compiled.get());
                features.put(feature, compiled.get());
            }
        }
        new PromiseCheck(project, places, reading).run(features);
    }

    private Optional<Scope> lookup(LookupPlan plan, Scope keys, Scope past) {
        String part = "lookup " + plan.name();
        boolean good = keys(part, plan.levels().stream().flatMap(List::stream).toList(), keys);
        Measure measure = plan.measure();
        for (String text : measure.expressions()) {
            boolean where = measure.where().filter(text::equals).isPresent();
            Set<Type> types = where
                    ? Set.of(Type.BOOLEAN)
                    : measure.statistic() == Statistic.COUNT ? Set.of(Type.values()) : NUMBERS;
            good &= expression(part, text, past, types).isPresent();
        }
        Lookup unlearned = plan.unlearned();
        return good ? Optional.of(past.with(plan.name(), new BoundLookup(unlearned, past))) : Optional.empty();
    }

    private Optional<Scope> encoder(EncoderPlan plan, Scope keys, Scope past) {
        String part = "encoder " + plan.name();
        boolean good = switch (plan) {
            case CategoryPlan category -> keys(part, category.keys(), keys);
            case CoordinatesPlan map -> keys(part, List.of(map.from(), map.to()), keys) && measured(part, map, keys);
        };
        if (!good) {
            return Optional.empty();
        }
        Scope wider = past;
        for (Lookup lookup : plan.unlearned()) {
            wider = wider.with(lookup.name(), new BoundLookup(lookup, past));
        }
        return Optional.of(wider);
    }

    private boolean measured(String part, CoordinatesPlan map, Scope scope) {
        boolean good = expression(part, map.distance(), scope, NUMBERS).isPresent();
        Optional<String> where = map.where();
        return good
                && (where.isEmpty()
                        || expression(part, where.get(), scope, Set.of(Type.BOOLEAN))
                                .isPresent());
    }

    /// Keys are the same in every fit, so they may read no lookup.
    private boolean keys(String part, List<String> texts, Scope scope) {
        boolean good = true;
        for (String key : texts) {
            Optional<Expression> compiled = expression(part, key, scope, KEYS);
            good &= compiled.isPresent();
            compiled.ifPresent(found -> knownInTime(part, found.columns()));
        }
        return good;
    }

    private boolean uniqueNames() {
        Set<String> seen = new HashSet<>();
        int before = reading.problems().size();
        project.fields().forEach(field -> unique(seen, field.name(), "field " + field.name()));
        unique(seen, project.target().name(), "target");
        project.tables().forEach(table -> unique(seen, table.name(), "tables"));
        project.definitions().forEach(one -> unique(seen, one.name(), "definition " + one.name()));
        project.lookups().forEach(one -> unique(seen, one.name(), "lookup " + one.name()));
        project.encoders()
                .forEach(plan -> plan.unlearned().forEach(one -> unique(seen, one.name(), "encoder " + plan.name())));
        return reading.problems().size() == before;
    }

    private void unique(Set<String> seen, String name, String part) {
        if (!seen.add(name)) {
            add(Problem.of(ErrorCode.PROJECT_INVALID, at(part, 0), "the name " + name + " is taken already")
                    .expected("a name for one field, target, table, definition or lookup"));
        }
    }

    /// What is trusted has to be there, or design would go on to take it for a leak.
    private void trusted() {
        List<String> there = Stream.of(
                        project.fields().stream().map(Field::name),
                        project.features().stream().map(Feature::name),
                        project.encoders().stream().map(EncoderPlan::name))
                .flatMap(names -> names)
                .distinct()
                .toList();
        for (String name : project.objective().trusted().keySet()) {
            if (there.stream().noneMatch(one -> name.equals(one) || name.startsWith(one + "_"))) {
                add(Problem.of(
                                ErrorCode.PROJECT_INVALID,
                                reading.at(places.of("trusted " + name)),
                                "decide.trusted names no field or feature")
                        .value(name)
                        .expected("one of " + String.join(", ", there)));
            }
        }
    }

    private void timeField() {
        if (!project.timed()) {
            return;
        }
        Optional<Field> field = project.fields().stream()
                .filter(one -> one.name().equals(project.time()))
                .findFirst();
        if (field.isEmpty()) {
            List<String> names = project.fields().stream().map(Field::name).toList();
            add(Problem.of(ErrorCode.PROJECT_INVALID, at("time", 0), "time names no field")
                    .value(project.time())
                    .expected("a field of type timestamp")
                    .next(Nearest.to(project.time(), names)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("")));
        } else if (field.get().type() != Type.TIMESTAMP) {
            add(Problem.of(ErrorCode.PROJECT_INVALID, at("time", 0), "time names a field of another type")
                    .value(field.get().type().text())
                    .expected("a field of type timestamp"));
        } else {
            knownInTime("time", Set.of(project.time()));
        }
    }

    private void knownInTime(String part, Set<String> columns) {
        Map<String, Field> byName = new java.util.HashMap<>();
        project.fields().forEach(field -> byName.put(field.name(), field));
        for (String column : columns.stream().sorted().toList()) {
            Field field = byName.get(column);
            if (field == null && !part.equals("keep_labelled")) {
                add(late(part, column, "the target"));
            } else if (field != null && !project.asked(field)) {
                add(late(part, column, "known at " + field.known().name()));
            }
        }
    }

    private Problem late(String part, String column, String when) {
        return Problem.of(
                        ErrorCode.PROJECT_INVALID,
                        at(part, 0),
                        part + " reads " + column + " of the row being answered, which is too late")
                .value(when)
                .expected("fields known at " + project.prediction().name())
                .next(
                        "leave it out, learn it from past rows with a lookup, or give the field stands_in_for: and a reason");
    }

    private Optional<Expression> expression(String part, String text, Scope scope, Set<Type> types) {
        try {
            Expression compiled = Expression.compile(text, scope);
            if (types.contains(compiled.type())) {
                return Optional.of(compiled);
            }
            String expected =
                    String.join(" or ", types.stream().map(Type::text).sorted().toList());
            Problem problem = Problem.of(ErrorCode.PROJECT_INVALID, at(part, 0), part + " has the wrong type")
                    .value(compiled.type().text())
                    .expected(expected);
            add(compiled.type() == Type.STRING ? fromText(problem, part, text) : problem);
        } catch (ExpressionException e) {
            String[] said = String.valueOf(e.getMessage()).split("; ", 2);
            Matcher known = KNOWN.matcher(said[0]);
            boolean listed = known.matches();
            Problem problem = Problem.of(
                            ErrorCode.PROJECT_INVALID,
                            at(part, e.offset()),
                            part + ": " + (listed ? known.group(1) : said[0]))
                    .value(text.length() > 120 ? text.substring(0, 117) + "..." : text)
                    .expected(listed ? known.group(2) : "an expression as docs/expressions.md has it");
            add(said.length == 1 ? problem : problem.next(said[1]));
        }
        return Optional.empty();
    }

    /// What to do with a text where a number is wanted.
    private static Problem fromText(Problem problem, String part, String text) {
        if (part.equals("target")) {
            return problem.next("of classes one is asked against the rest: target.positive names it");
        }
        return part.startsWith("feature ") ? problem.next("a category is {category: " + text + "}") : problem;
    }

    private void add(Problem problem) {
        reading.add(problem);
    }

    private String at(String part, int offset) {
        return reading.at(places.of(part).plus(offset));
    }
}

package dev.hansom.score.expression;

import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns a [Tree] into a [Term]: looks names up, checks types, keeps an eye on the size.
final class Compiler {
    static final int SIZE_AT_MOST = 20_000;
    static final int DEPTH_AT_MOST = 500;
    /// What reads its first argument twice.
    private static final Set<String> READ_TWICE = Set.of("between", "nullif");

    private final String text;
    private final Scope scope;
    private final Meanings meanings;
    private final Names known;
    private final Set<String> columns = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private int depth;

    Compiler(String text, Scope scope, Meanings meanings) {
        this.text = text;
        this.scope = scope;
        this.meanings = meanings;
        this.known = new Names(scope);
    }

    /// The columns read by what has been compiled, through other names too.
    Set<String> columns() {
        return columns;
    }

    /// The names of the scope mentioned by what has been compiled.
    Set<String> names() {
        return names;
    }

    Term term(Tree tree) {
        if (++depth > DEPTH_AT_MOST) {
            throw refuse(tree.at(), "more than " + DEPTH_AT_MOST + " operations inside one another");
        }
        Term term = tree.compile(this);
        depth--;
        if (term.depth() > DEPTH_AT_MOST || term.size() > SIZE_AT_MOST) {
            throw refuse(
                    tree.at(),
                    "too large with its definitions put in (at most " + SIZE_AT_MOST + " operations, " + DEPTH_AT_MOST
                            + " inside one another)");
        }
        return term;
    }

    Term name(Tree.Name tree) {
        String name = known.find(tree.name(), text, tree.at()).orElseThrow(() -> unknown(tree));
        Object meaning = scope.names().get(name);
        if (meaning == null) {
            columns.add(name);
            return meanings.column(scope.schema(), name);
        }
        names.add(name);
        if (meaning instanceof Expression definition) {
            columns.addAll(definition.columns());
            return meanings.definition(name, definition);
        }
        if (meaning instanceof Calculation calculation) {
            columns.addAll(calculation.columns());
            return meanings.calculation(name, calculation);
        }
        throw refuse(tree.at(), name + " is a table; it is called with a key: " + name + "(…)");
    }

    private ExpressionException unknown(Tree.Name tree) {
        String name = tree.name();
        boolean function = Functions.isNamed(name);
        String hint = function ? "; " + name + " is a function: " + name + "(…)" : Names.hint(name, known.values());
        return refuse(tree.at(), "no column, definition or lookup " + Shown.of(name) + hint);
    }

    Term call(Tree.Call tree) {
        if (tree.arguments().size() == 2 && tree.arguments().get(1) instanceof Tree.Interval interval) {
            return shifted(tree, interval);
        }
        List<Term> arguments = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        boolean first = tree.name().equalsIgnoreCase("coalesce");
        for (Tree argument : tree.arguments()) {
            arguments.add(first && !arguments.isEmpty() ? branch(argument) : term(argument));
            places.add(argument.at());
        }
        Call call = new Call(text, tree.name(), tree.at(), List.copyOf(arguments), List.copyOf(places));
        if (READ_TWICE.contains(tree.name().toLowerCase(Locale.ROOT))) {
            again(tree.arguments().get(0), arguments.get(0));
        }
        Optional<Function> function = Functions.find(tree.name());
        return function.isPresent() ? function(function.get(), named(call)) : table(call);
    }

    private Term function(Function function, Call call) {
        Term term = function.of(call);
        return Functions.isNamed(call.name()) ? meanings.call(call.name(), call.arguments(), term) : term;
    }

    /// A tree that is not computed for every row.
    private Term branch(Tree tree) {
        meanings.branch(1);
        Term term = term(tree);
        meanings.branch(-1);
        return term;
    }

    /// What stands for `term` where the tree is used once more.
    private Term again(Tree tree, Term term) {
        return meanings.counts() ? term(tree) : term;
    }

    /// The call under the function's own name.
    private static Call named(Call call) {
        String lower = call.name().toLowerCase(Locale.ROOT);
        return new Call(call.text(), lower, call.at(), call.arguments(), call.places());
    }

    private Term table(Call call) {
        Optional<String> name = known.find(call.name(), text, call.at());
        if (name.isEmpty()) {
            throw call.refuse(
                    "no function or table " + Shown.of(call.name()) + Names.hint(call.name(), known.callable()));
        }
        if (!(scope.names().get(name.get()) instanceof Table table)) {
            throw call.refuse(name.get() + " is a value, not a function or table"
                    + Nearest.to(call.name(), known.callable())
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(""));
        }
        names.add(name.get());
        if (call.count() != 1 || Coercion.cost(call.argument(0), table.key()) == Coercion.IMPOSSIBLE) {
            throw call.refuse("cannot apply table " + name.get() + " to " + call.given() + " (expected: (" + table.key()
                    + "))"
                    + (table.key() == Type.INT64
                            ? "; CAST(… AS BIGINT) makes a whole number"
                            : "; CAST(… AS VARCHAR) makes a text"));
        }
        Term term = TableTerms.of(table, Coercion.to(table.key(), call.argument(0)));
        return meanings.call(table.name(), call.arguments(), term);
    }

    private Term shifted(Tree.Call tree, Tree.Interval interval) {
        boolean sum = tree.name().equals("+") || tree.name().equals("-");
        Term moment = term(tree.arguments().get(0));
        if (!sum || Coercion.cost(moment, Type.TIMESTAMP) == Coercion.IMPOSSIBLE) {
            throw refuse(
                    tree.at(),
                    "cannot apply " + Shown.of(tree.name()) + " to " + moment.typeName()
                            + " and INTERVAL (expected: TIMESTAMP + INTERVAL or TIMESTAMP - INTERVAL)");
        }
        return Moments.plus(
                Coercion.to(Type.TIMESTAMP, moment), interval, tree.name().equals("+") ? 1 : -1);
    }

    ExpressionException interval(Tree.Interval tree) {
        return refuse(tree.at(), "an interval is only added to or taken from a date or moment: at + INTERVAL 1 DAY");
    }

    Term cast(Tree.Cast tree) {
        Term value = term(tree.value());
        if (!value.isMissing() && !Casts.exists(value.type(), tree.type())) {
            throw refuse(
                    tree.at(),
                    "no conversion from " + value.typeName() + " to " + tree.type()
                            + (value.type() == Type.INT64 ? "; microseconds become make_timestamp(…)" : ""));
        }
        return meanings.call("cast to " + tree.type(), List.of(value), Casts.cast(value, tree.type()));
    }

    Term cases(Tree.Case tree) {
        @Nullable Term subject = tree.subject() == null ? null : term(tree.subject());
        List<Term> conditions = new ArrayList<>();
        List<Term> values = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (Tree.When when : tree.whens()) {
            int step = conditions.isEmpty() ? 0 : 1;
            meanings.branch(step);
            Term compared =
                    subject == null || step == 0 ? subject : again(Objects.requireNonNull(tree.subject()), subject);
            conditions.add(condition(compared, when.condition()));
            meanings.branch(-step);
            values.add(branch(when.value()));
            places.add(when.value().at());
        }
        values.add(tree.otherwise() == null ? Literals.missing() : branch(tree.otherwise()));
        List<Term> alike = Choices.uniform(new Call(text, "CASE", tree.at(), values, places));
        return Choices.first(conditions, alike, () -> Sql.cases(conditions, alike));
    }

    private Term condition(@Nullable Term subject, Tree tree) {
        Term condition = term(tree);
        if (subject != null) {
            return Comparisons.compare(
                    new Call(text, "=", tree.at(), List.of(subject, condition), List.of(tree.at(), tree.at())));
        }
        if (Coercion.cost(condition, Type.BOOLEAN) == Coercion.IMPOSSIBLE) {
            throw refuse(tree.at(), "WHEN needs a BOOLEAN, not " + condition.typeName());
        }
        return Coercion.to(Type.BOOLEAN, condition);
    }

    private ExpressionException refuse(int at, String message) {
        return new ExpressionException(message, text, at);
    }
}

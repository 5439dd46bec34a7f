package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// CASE, COALESCE and NULLIF: one of several values of one type.
final class Choices {
    private Choices() {}

    /// The value of the first condition that is true. `values` has one more than `conditions`: the ELSE.
    static Term first(List<Term> conditions, List<Term> values, Supplier<String> sql) {
        List<Term> parts = Stream.concat(conditions.stream(), values.stream()).toList();
        Choice choice = Choice.of(conditions);
        Type type = values.get(0).type();
        return switch (type) {
            case DOUBLE -> {
                Numbers[] answers = values.stream().map(Term::numbers).toArray(Numbers[]::new);
                Numbers one = (c, r) -> answers[choice.one(c, r)].at(c, r);
                yield Term.number(parts, bound(values), sql, one, Branches.first(Held.NUMBERS, choice, values));
            }
            case STRING -> {
                Texts[] answers = values.stream().map(Term::texts).toArray(Texts[]::new);
                Texts one = (c, r) -> answers[choice.one(c, r)].at(c, r);
                yield Term.text(parts, sql, one, Branches.first(Held.TEXTS, choice, values));
            }
            case INT64, TIMESTAMP, DATE, BOOLEAN -> {
                Wholes[] answers = values.stream().map(Term::wholes).toArray(Wholes[]::new);
                Wholes one = (c, r) -> answers[choice.one(c, r)].at(c, r);
                Fill<long[]> many = Branches.first(Held.WHOLES, choice, values);
                yield Term.whole(type, parts, bound(values), sql, one, many);
            }
        };
    }

    static double bound(List<Term> values) {
        return values.stream().mapToDouble(Term::bound).max().orElse(0);
    }

    static Term coalesce(Call call) {
        if (call.count() == 0) {
            throw call.refuse("coalesce needs at least one value");
        }
        List<Term> values = uniform(call);
        Type type = values.get(0).type();
        Supplier<String> sql = () -> Sql.call("coalesce", values);
        return switch (type) {
            case DOUBLE -> {
                Numbers[] all = values.stream().map(Term::numbers).toArray(Numbers[]::new);
                Numbers one = (c, r) -> firstNumber(all, c, r);
                yield Term.number(values, bound(values), sql, one, Branches.known(Held.NUMBERS, values));
            }
            case STRING -> {
                Texts[] all = values.stream().map(Term::texts).toArray(Texts[]::new);
                Texts one = (c, r) -> firstText(all, c, r);
                yield Term.text(values, sql, one, Branches.known(Held.TEXTS, values));
            }
            case INT64, TIMESTAMP, DATE, BOOLEAN -> {
                Wholes[] all = values.stream().map(Term::wholes).toArray(Wholes[]::new);
                Wholes one = (c, r) -> firstWhole(all, c, r);
                yield Term.whole(type, values, bound(values), sql, one, Branches.known(Held.WHOLES, values));
            }
        };
    }

    private static double firstNumber(Numbers[] all, Columns columns, int row) {
        for (Numbers each : all) {
            double value = each.at(columns, row);
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return Double.NaN;
    }

    private static @Nullable String firstText(Texts[] all, Columns columns, int row) {
        for (Texts each : all) {
            String value = each.at(columns, row);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static long firstWhole(Wholes[] all, Columns columns, int row) {
        for (Wholes each : all) {
            long value = each.at(columns, row);
            if (value != NULL) {
                return value;
            }
        }
        return NULL;
    }

    /// `nullif(value, other)` has the type of the value.
    static Term nullIf(Call call) {
        if (call.count() != 2) {
            throw call.refuse("nullif takes two values, not " + call.count());
        }
        Term value = call.argument(0);
        Term equal = Comparisons.compare(new Call(call.text(), "=", call.at(), call.arguments(), call.places()));
        Term missing = Term.missing(value.type(), false);
        return first(List.of(equal), List.of(missing, value), () -> Sql.call("nullif", call.arguments()));
    }

    /// Arguments brought to one type. Errors: [ExpressionException] if there is none.
    static List<Term> uniform(Call call) {
        Type type = Coercion.shared(call.arguments())
                .orElseThrow(
                        () -> call.refuse("the values of " + call.name() + " have no common type: " + call.given()));
        return Coercion.all(type, call.arguments());
    }
}

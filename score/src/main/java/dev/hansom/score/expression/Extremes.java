package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `least` and `greatest`: missing values are passed over; missing only if all are.
final class Extremes {
    private Extremes() {}

    static Term least(Call call) {
        return of(call, -1);
    }

    static Term greatest(Call call) {
        return of(call, 1);
    }

    private static Term of(Call call, int wanted) {
        if (call.count() == 0) {
            throw call.refuse(call.name() + " needs at least one value");
        }
        List<Term> values = Choices.uniform(call);
        Type type = values.get(0).type();
        Supplier<String> sql = () -> Sql.call(call.name(), values);
        return switch (type) {
            case DOUBLE -> {
                Numbers[] all = values.stream().map(Term::numbers).toArray(Numbers[]::new);
                Numbers one = all.length == 2 ? number(all[0], all[1], wanted) : (c, r) -> number(all, wanted, c, r);
                yield Term.number(values, Choices.bound(values), sql, one, numbers(values, wanted));
            }
            case STRING -> {
                Texts[] all = values.stream().map(Term::texts).toArray(Texts[]::new);
                yield Term.text(values, sql, (c, r) -> text(all, wanted, c, r));
            }
            case INT64, TIMESTAMP, DATE, BOOLEAN -> {
                Wholes[] all = values.stream().map(Term::wholes).toArray(Wholes[]::new);
                Wholes one = all.length == 2 ? whole(all[0], all[1], wanted) : (c, r) -> whole(all, wanted, c, r);
                yield Term.whole(type, values, Choices.bound(values), sql, one, wholes(values, wanted));
            }
        };
    }

    /// Of two, which is the most usual.
    private static Numbers number(Numbers a, Numbers b, int wanted) {
        return wanted < 0 ? (c, r) -> better(a.at(c, r), b.at(c, r), -1) : (c, r) -> better(a.at(c, r), b.at(c, r), 1);
    }

    private static double number(Numbers[] all, int wanted, Columns columns, int row) {
        double best = Double.NaN;
        for (Numbers each : all) {
            best = better(best, each.at(columns, row), wanted);
        }
        return best;
    }

    private static double better(double best, double value, int wanted) {
        return Double.isNaN(best) || (wanted < 0 ? value < best : value > best) ? value : best;
    }

    private static Fill<double[]> numbers(List<Term> values, int wanted) {
        return (block, into) -> {
            values.get(0).manyNumbers().into(block, into);
            double[] next = block.numbers();
            for (Term value : values.subList(1, values.size())) {
                value.manyNumbers().into(block, next);
                for (int i = 0; i < block.size(); i++) {
                    into[i] = better(into[i], next[i], wanted);
                }
            }
            block.free(next);
        };
    }

    /// Of two, which is the most usual.
    private static Wholes whole(Wholes a, Wholes b, int wanted) {
        return wanted < 0 ? (c, r) -> better(a.at(c, r), b.at(c, r), -1) : (c, r) -> better(a.at(c, r), b.at(c, r), 1);
    }

    private static long whole(Wholes[] all, int wanted, Columns columns, int row) {
        long best = NULL;
        for (Wholes each : all) {
            best = better(best, each.at(columns, row), wanted);
        }
        return best;
    }

    private static long better(long best, long value, int wanted) {
        return value != NULL && (best == NULL || (wanted < 0 ? value < best : value > best)) ? value : best;
    }

    private static Fill<long[]> wholes(List<Term> values, int wanted) {
        return (block, into) -> {
            values.get(0).manyWholes().into(block, into);
            long[] next = block.wholes();
            for (Term value : values.subList(1, values.size())) {
                value.manyWholes().into(block, next);
                for (int i = 0; i < block.size(); i++) {
                    into[i] = better(into[i], next[i], wanted);
                }
            }
            block.free(next);
        };
    }

    private static @Nullable String text(Texts[] all, int wanted, Columns columns, int row) {
        String best = null;
        for (Texts each : all) {
            String value = each.at(columns, row);
            if (value != null && (best == null || Comparisons.order(value, best) * wanted > 0)) {
                best = value;
            }
        }
        return best;
    }
}

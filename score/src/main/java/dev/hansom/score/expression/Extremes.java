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
                yield Term.number(values, Choices.bound(values), sql, (c, r) -> number(all, wanted, c, r));
            }
            case STRING -> {
                Texts[] all = values.stream().map(Term::texts).toArray(Texts[]::new);
                yield Term.text(values, sql, (c, r) -> text(all, wanted, c, r));
            }
            case INT64, TIMESTAMP, DATE, BOOLEAN -> {
                Wholes[] all = values.stream().map(Term::wholes).toArray(Wholes[]::new);
                yield Term.whole(type, values, Choices.bound(values), sql, (c, r) -> whole(all, wanted, c, r));
            }
        };
    }

    private static double number(Numbers[] all, int wanted, Columns columns, int row) {
        double best = Double.NaN;
        for (Numbers each : all) {
            double value = each.at(columns, row);
            if (Double.isNaN(best) || (wanted < 0 ? value < best : value > best)) {
                best = value;
            }
        }
        return best;
    }

    private static long whole(Wholes[] all, int wanted, Columns columns, int row) {
        long best = NULL;
        for (Wholes each : all) {
            long value = each.at(columns, row);
            if (value != NULL && (best == NULL || (wanted < 0 ? value < best : value > best))) {
                best = value;
            }
        }
        return best;
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

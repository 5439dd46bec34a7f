package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import dev.hansom.score.Type;
import java.util.List;

/// AND, OR, NOT and IS NULL in three-valued logic: true is 1, false 0, unknown [dev.hansom.score.Columns#NULL].
final class Logic {
    static final Typed AND = Typed.of(Typed.takes(Logic::and, Type.BOOLEAN, Type.BOOLEAN));
    static final Typed OR = Typed.of(Typed.takes(Logic::or, Type.BOOLEAN, Type.BOOLEAN));
    static final Typed NOT = Typed.of(Typed.takes(Logic::not, Type.BOOLEAN));

    private Logic() {}

    static Wholes both(Wholes a, Wholes b) {
        return (c, r) -> {
            long x = a.at(c, r);
            if (x == 0) {
                return 0;
            }
            long y = b.at(c, r);
            return y == 0 ? 0 : x == NULL ? NULL : y;
        };
    }

    private static Term and(Call call) {
        return Term.truth(
                call.arguments(),
                () -> Sql.infix(call.argument(0), "AND", call.argument(1)),
                both(call.argument(0).wholes(), call.argument(1).wholes()));
    }

    private static Term or(Call call) {
        Wholes a = call.argument(0).wholes();
        Wholes b = call.argument(1).wholes();
        return Term.truth(call.arguments(), () -> Sql.infix(call.argument(0), "OR", call.argument(1)), (c, r) -> {
            long x = a.at(c, r);
            if (x == 1) {
                return 1;
            }
            long y = b.at(c, r);
            return y == 1 ? 1 : x == NULL ? NULL : y;
        });
    }

    private static Term not(Call call) {
        Wholes a = call.argument(0).wholes();
        return Term.truth(call.arguments(), () -> "(NOT " + call.argument(0).sql() + ")", (c, r) -> {
            long x = a.at(c, r);
            return x == NULL ? NULL : 1 - x;
        });
    }

    static Term isNull(Call call) {
        Term value = call.argument(0);
        return Term.truth(List.of(value), () -> "(" + value.sql() + " IS NULL)", isNull(value));
    }

    static Wholes isNull(Term value) {
        return switch (value.type()) {
            case DOUBLE -> {
                Numbers a = value.numbers();
                yield (c, r) -> Double.isNaN(a.at(c, r)) ? 1 : 0;
            }
            case STRING -> {
                Texts a = value.texts();
                yield (c, r) -> a.at(c, r) == null ? 1 : 0;
            }
            case INT64, TIMESTAMP, DATE, BOOLEAN -> {
                Wholes a = value.wholes();
                yield (c, r) -> a.at(c, r) == NULL ? 1 : 0;
            }
        };
    }
}

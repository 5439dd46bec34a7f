package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import dev.hansom.score.Columns;
import java.util.Optional;

/// Whether a value that is held in a long lies between two others, these included; unknown where it is missing. So
/// can be answered what compares with a constant.
record Within(Term subject, Wholes value, long low, long high) implements Wholes {
    private static final long LEAST = NULL + 1;

    /// `left operator right`, if it asks for one range of what is no constant.
    static Optional<Wholes> of(String operator, Term left, Term right) {
        if (left.isConstant() || !right.isConstant()) {
            return Optional.empty();
        }
        long limit = right.constantWhole();
        if (limit == NULL || limit == Long.MAX_VALUE) {
            return Optional.empty();
        }
        return switch (operator) {
            case "=" -> Optional.of(of(left, limit, limit));
            case "<" -> Optional.of(of(left, LEAST, limit - 1));
            case "<=" -> Optional.of(of(left, LEAST, limit));
            case ">" -> Optional.of(of(left, limit + 1, Long.MAX_VALUE));
            case ">=" -> Optional.of(of(left, limit, Long.MAX_VALUE));
            default -> Optional.empty();
        };
    }

    /// `a AND b`, if both ask for the same value.
    static Optional<Wholes> both(Wholes a, Wholes b) {
        return a instanceof Within x && b instanceof Within y && x.subject == y.subject
                ? Optional.of(of(x.subject, Math.max(x.low, y.low), Math.min(x.high, y.high)))
                : Optional.empty();
    }

    private static Wholes of(Term subject, long low, long high) {
        return new Within(subject, subject.wholes(), low, high);
    }

    @Override
    public long at(Columns columns, int row) {
        long x = value.at(columns, row);
        return x == NULL ? NULL : holds(x) ? 1 : 0;
    }

    /// Whether `x` lies there; a missing one does not.
    boolean holds(long x) {
        return low <= x && x <= high;
    }
}

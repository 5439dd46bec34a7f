package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.List;
import java.util.Optional;

/// The conversions made without being asked: INT64 to DOUBLE, DATE to TIMESTAMP, NULL to anything, and a text
/// literal that reads as a date or a moment.
final class Coercion {
    /// The cost of what cannot be converted.
    static final int IMPOSSIBLE = 1_000;

    private Coercion() {}

    static int cost(Term term, Type to) {
        if (term.isMissing()) {
            return 0;
        }
        if (term.type() == to) {
            return 0;
        }
        boolean widens =
                (term.type() == Type.INT64 && to == Type.DOUBLE) || (term.type() == Type.DATE && to == Type.TIMESTAMP);
        if (widens) {
            return 1;
        }
        return time(term, to) == Columns.NULL ? IMPOSSIBLE : 2;
    }

    /// Errors: [IllegalArgumentException] for what costs [#IMPOSSIBLE].
    static Term to(Type to, Term term) {
        if (term.isMissing()) {
            return Term.missing(to, false);
        }
        if (term.type() == to) {
            return term;
        }
        if (term.type() == Type.INT64 && to == Type.DOUBLE) {
            return widened(term);
        }
        if (term.type() == Type.DATE && to == Type.TIMESTAMP) {
            return Casts.cast(term, to);
        }
        long time = time(term, to);
        if (time == Columns.NULL) {
            throw new IllegalArgumentException(term.type() + " does not become " + to);
        }
        return Term.constant(to, time);
    }

    /// The type that all `terms` can take; empty if there is none. NULL alone is a DOUBLE.
    static Optional<Type> shared(List<Term> terms) {
        List<Type> candidates = terms.stream()
                .filter(term -> !term.isMissing())
                .map(Term::type)
                .distinct()
                .sorted()
                .toList();
        if (candidates.isEmpty()) {
            return Optional.of(Type.DOUBLE);
        }
        return candidates.stream()
                .filter(type -> terms.stream().allMatch(term -> cost(term, type) < IMPOSSIBLE))
                .findFirst();
    }

    static List<Term> all(Type type, List<Term> terms) {
        return terms.stream().map(term -> to(type, term)).toList();
    }

    private static Term widened(Term term) {
        if (term.isConstant() && term.constantWhole() != Columns.NULL) {
            return Term.constant((double) term.constantWhole());
        }
        return Casts.widened(term, () -> "CAST(" + term.sql() + " AS DOUBLE)");
    }

    private static long time(Term term, Type to) {
        String text = term.type() == Type.STRING && term.isConstant() ? term.constantText() : null;
        if (text == null) {
            return Columns.NULL;
        }
        return switch (to) {
            case TIMESTAMP -> TimeTexts.timestamp(text);
            case DATE -> TimeTexts.date(text);
            case DOUBLE, INT64, STRING, BOOLEAN -> Columns.NULL;
        };
    }
}

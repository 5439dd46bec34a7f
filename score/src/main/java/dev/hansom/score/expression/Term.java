package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A typed piece of an expression: what it answers for a row, how it prints, and how large it is.
///
/// `bound` is the largest magnitude a number can have: what cannot overflow needs no check. `size` and `depth` count
/// terms after definitions are put in. A term whose parts are all constant is computed here, once.
/// Threads: immutable.
final class Term {
    static final double ANY_WHOLE = 0x1p63;
    static final double ANY_NUMBER = Double.MAX_VALUE;
    private static final Columns NO_ROW = new Columns(new Schema(List.of()), 1);

    private final Type type;
    private final boolean constant;
    private final boolean missing;
    private final double bound;
    private final int size;
    private final int depth;
    private final Supplier<String> sql;
    private final @Nullable Numbers numbers;
    private final @Nullable Wholes wholes;
    private final @Nullable Texts texts;

    private Term(
            Type type,
            Shape shape,
            Supplier<String> sql,
            @Nullable Numbers numbers,
            @Nullable Wholes wholes,
            @Nullable Texts texts) {
        this.type = type;
        this.constant = shape.constant;
        this.missing = shape.missing;
        this.bound = shape.bound;
        this.size = shape.size;
        this.depth = shape.depth;
        this.sql = sql;
        this.numbers = numbers;
        this.wholes = wholes;
        this.texts = texts;
    }

    private record Shape(boolean constant, boolean missing, double bound, int size, int depth) {
        static Shape leaf(boolean constant, double bound) {
            return new Shape(constant, false, bound, 1, 1);
        }

        static Shape of(List<Term> parts, double bound) {
            boolean constant = !parts.isEmpty();
            long size = 1;
            int depth = 0;
            for (Term part : parts) {
                constant &= part.constant;
                size += part.size;
                depth = Math.max(depth, part.depth);
            }
            return new Shape(constant, false, bound, (int) Math.min(size, Integer.MAX_VALUE), depth + 1);
        }
    }

    /// A DOUBLE computed from `parts`; not constant if there are none.
    static Term number(List<Term> parts, double bound, Supplier<String> sql, Numbers numbers) {
        Shape shape = Shape.of(parts, Math.min(bound, ANY_NUMBER));
        Numbers folded = numbers;
        if (shape.constant) {
            double value = numbers.at(NO_ROW, 0);
            folded = (columns, row) -> value;
        }
        return new Term(Type.DOUBLE, shape, sql, folded, null, null);
    }

    /// A term of a type that is held in a long.
    static Term whole(Type type, List<Term> parts, double bound, Supplier<String> sql, Wholes wholes) {
        Shape shape = Shape.of(parts, Math.min(bound, ANY_WHOLE));
        Wholes folded = wholes;
        if (shape.constant) {
            long value = wholes.at(NO_ROW, 0);
            folded = (columns, row) -> value;
        }
        return new Term(type, shape, sql, null, folded, null);
    }

    /// A BOOLEAN term.
    static Term truth(List<Term> parts, Supplier<String> sql, Wholes wholes) {
        return whole(Type.BOOLEAN, parts, 1, sql, wholes);
    }

    /// A STRING term.
    static Term text(List<Term> parts, Supplier<String> sql, Texts texts) {
        Shape shape = Shape.of(parts, 0);
        Texts folded = texts;
        if (shape.constant) {
            @Nullable String value = texts.at(NO_ROW, 0);
            folded = (columns, row) -> value;
        }
        return new Term(Type.STRING, shape, sql, null, null, folded);
    }

    static Term constant(double value) {
        return new Term(
                Type.DOUBLE,
                Shape.leaf(true, Math.abs(value)),
                () -> Sql.number(value),
                (columns, row) -> value,
                null,
                null);
    }

    static Term constant(Type type, long value) {
        double bound = value == Columns.NULL ? 0 : Math.abs((double) value);
        return new Term(
                type, Shape.leaf(true, bound), () -> Sql.whole(type, value), null, (columns, row) -> value, null);
    }

    static Term constant(String value) {
        return new Term(Type.STRING, Shape.leaf(true, 0), () -> Sql.text(value), null, null, (columns, row) -> value);
    }

    /// NULL of a type; `bare` as long as no type has been asked of it.
    static Term missing(Type type, boolean bare) {
        Shape shape = new Shape(true, bare, 0, 1, 1);
        Supplier<String> sql = () -> "CAST(NULL AS " + Sql.type(type) + ")";
        return switch (type) {
            case DOUBLE -> new Term(type, shape, sql, (columns, row) -> Double.NaN, null, null);
            case STRING -> new Term(type, shape, sql, null, null, (columns, row) -> null);
            case INT64, TIMESTAMP, DATE, BOOLEAN ->
                new Term(type, shape, sql, null, (columns, row) -> Columns.NULL, null);
        };
    }

    Type type() {
        return type;
    }

    /// The type as a message names it.
    String typeName() {
        return missing ? "NULL" : type.name();
    }

    boolean isConstant() {
        return constant;
    }

    /// Whether this is NULL without a type.
    boolean isMissing() {
        return missing;
    }

    double bound() {
        return bound;
    }

    int size() {
        return size;
    }

    int depth() {
        return depth;
    }

    String sql() {
        return sql.get();
    }

    Numbers numbers() {
        return checked(numbers);
    }

    Wholes wholes() {
        return checked(wholes);
    }

    Texts texts() {
        return checked(texts);
    }

    double constantNumber() {
        return numbers().at(NO_ROW, 0);
    }

    long constantWhole() {
        return wholes().at(NO_ROW, 0);
    }

    @Nullable
    String constantText() {
        return texts().at(NO_ROW, 0);
    }

    private <T> T checked(@Nullable T evaluator) {
        if (evaluator == null) {
            throw new IllegalStateException("a term of type " + type + " is read as another");
        }
        return evaluator;
    }
}

package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A typed piece of an expression: what it answers for a row and for a block of rows, how it prints, and how large it
/// is.
///
/// `bound` is the largest magnitude a number can have: what cannot overflow needs no check. `size` and `depth` count
/// terms after definitions are put in. A term whose parts are all constant is computed here, once.
/// Threads: immutable.
final class Term {
    static final double ANY_WHOLE = 0x1p63;
    static final double ANY_NUMBER = Double.MAX_VALUE;
    private static final Columns NO_ROW = new Columns(new Schema(List.of()), 1);

    private final Type type;
    private final Shape shape;
    private final Supplier<String> sql;
    private final @Nullable Evaluator<Numbers, double[]> numbers;
    private final @Nullable Evaluator<Wholes, long[]> wholes;
    private final @Nullable Evaluator<Texts, @Nullable String[]> texts;
    private final @Nullable Evaluator<Wholes, long[]> hashes;

    private Term(
            Type type,
            Shape shape,
            Supplier<String> sql,
            @Nullable Evaluator<Numbers, double[]> numbers,
            @Nullable Evaluator<Wholes, long[]> wholes,
            @Nullable Evaluator<Texts, @Nullable String[]> texts,
            @Nullable Evaluator<Wholes, long[]> hashes) {
        this.type = type;
        this.shape = shape;
        this.sql = sql;
        this.numbers = numbers;
        this.wholes = wholes;
        this.texts = texts;
        this.hashes = hashes;
    }

    /// The same for one row and for many.
    private record Evaluator<E, R>(E one, Fill<R> many) {}

    private record Shape(boolean constant, boolean missing, double bound, int size, int depth) {
        static Shape leaf(boolean constant, double bound) {
            return new Shape(constant, false, bound, 1, 1);
        }

        static Shape of(List<Term> parts, double bound) {
            boolean constant = !parts.isEmpty();
            long size = 1;
            int depth = 0;
            for (Term part : parts) {
                constant &= part.shape.constant;
                size += part.shape.size;
                depth = Math.max(depth, part.shape.depth);
            }
            return new Shape(constant, false, bound, (int) Math.min(size, Integer.MAX_VALUE), depth + 1);
        }
    }

    /// A DOUBLE computed from `parts`; not constant if there are none.
    static Term number(List<Term> parts, double bound, Supplier<String> sql, Numbers numbers) {
        return number(parts, bound, sql, numbers, Fill.eachNumber(numbers));
    }

    /// The same with a way to compute a block.
    static Term number(List<Term> parts, double bound, Supplier<String> sql, Numbers numbers, Fill<double[]> fill) {
        Shape shape = Shape.of(parts, Math.min(bound, ANY_NUMBER));
        return shape.constant
                ? ofNumber(shape, sql, numbers.at(NO_ROW, 0))
                : new Term(Type.DOUBLE, shape, sql, new Evaluator<>(numbers, fill), null, null, null);
    }

    /// A term of a type that is held in a long.
    static Term whole(Type type, List<Term> parts, double bound, Supplier<String> sql, Wholes wholes) {
        return whole(type, parts, bound, sql, wholes, Fill.eachWhole(wholes));
    }

    /// The same with a way to compute a block.
    static Term whole(
            Type type, List<Term> parts, double bound, Supplier<String> sql, Wholes wholes, Fill<long[]> fill) {
        Shape shape = Shape.of(parts, Math.min(bound, ANY_WHOLE));
        return shape.constant
                ? ofWhole(type, shape, sql, wholes.at(NO_ROW, 0))
                : new Term(type, shape, sql, null, new Evaluator<>(wholes, fill), null, null);
    }

    /// A BOOLEAN term.
    static Term truth(List<Term> parts, Supplier<String> sql, Wholes wholes) {
        return whole(Type.BOOLEAN, parts, 1, sql, wholes);
    }

    /// The same with a way to compute a block.
    static Term truth(List<Term> parts, Supplier<String> sql, Wholes wholes, Fill<long[]> fill) {
        return whole(Type.BOOLEAN, parts, 1, sql, wholes, fill);
    }

    /// A STRING term.
    static Term text(List<Term> parts, Supplier<String> sql, Texts texts) {
        return text(parts, sql, texts, Fill.eachText(texts));
    }

    /// The same with a way to compute a block.
    static Term text(List<Term> parts, Supplier<String> sql, Texts texts, Fill<@Nullable String[]> fill) {
        Shape shape = Shape.of(parts, 0);
        return shape.constant
                ? ofText(shape, sql, texts.at(NO_ROW, 0))
                : new Term(Type.STRING, shape, sql, null, null, new Evaluator<>(texts, fill), null);
    }

    static Term constant(double value) {
        return ofNumber(Shape.leaf(true, Math.abs(value)), () -> Sql.number(value), value);
    }

    static Term constant(Type type, long value) {
        double bound = value == Columns.NULL ? 0 : Math.abs((double) value);
        return ofWhole(type, Shape.leaf(true, bound), () -> Sql.whole(type, value), value);
    }

    static Term constant(String value) {
        return ofText(Shape.leaf(true, 0), () -> Sql.text(value), value);
    }

    /// NULL of a type; `bare` as long as no type has been asked of it.
    static Term missing(Type type, boolean bare) {
        Shape shape = new Shape(true, bare, 0, 1, 1);
        Supplier<String> sql = () -> "CAST(NULL AS " + Sql.type(type) + ")";
        return switch (type) {
            case DOUBLE -> ofNumber(shape, sql, Double.NaN);
            case STRING -> ofText(shape, sql, null);
            case INT64, TIMESTAMP, DATE, BOOLEAN -> ofWhole(type, shape, sql, Columns.NULL);
        };
    }

    private static Term ofNumber(Shape shape, Supplier<String> sql, double value) {
        Numbers numbers = (columns, row) -> value;
        return new Term(Type.DOUBLE, shape, sql, new Evaluator<>(numbers, Fill.constant(value)), null, null, null);
    }

    private static Term ofWhole(Type type, Shape shape, Supplier<String> sql, long value) {
        Wholes wholes = (columns, row) -> value;
        return new Term(type, shape, sql, null, new Evaluator<>(wholes, Fill.constant(value)), null, null);
    }

    private static Term ofText(Shape shape, Supplier<String> sql, @Nullable String value) {
        Texts texts = (columns, row) -> value;
        return new Term(Type.STRING, shape, sql, null, null, new Evaluator<>(texts, Fill.constant(value)), null);
    }

    /// The same STRING term with another way to compute what [#hashed] is.
    Term withHash(Wholes one, Fill<long[]> many) {
        return new Term(type, shape, sql, null, null, checked(texts), new Evaluator<>(one, many));
    }

    /// [KeyHash#of] of a STRING term, as a whole number.
    Term hashed() {
        Texts text = texts();
        Evaluator<Wholes, long[]> known = hashes;
        return known != null && !shape.constant
                ? whole(Type.INT64, List.of(this), ANY_WHOLE, sql, known.one, known.many)
                : whole(
                        Type.INT64,
                        List.of(this),
                        ANY_WHOLE,
                        sql,
                        (columns, row) -> KeyHash.of(text.at(columns, row)),
                        Fill.ofText(this, (x, into, rows) -> {
                            for (int i = 0; i < rows; i++) {
                                into[i] = KeyHash.of(x[i]);
                            }
                        }));
    }

    Type type() {
        return type;
    }

    boolean isNumber() {
        return numbers != null;
    }

    /// Whether it is held in a long.
    boolean isWhole() {
        return wholes != null;
    }

    /// The type as a message names it.
    String typeName() {
        return shape.missing ? "NULL" : type.name();
    }

    boolean isConstant() {
        return shape.constant;
    }

    /// Whether this is NULL without a type.
    boolean isMissing() {
        return shape.missing;
    }

    double bound() {
        return shape.bound;
    }

    int size() {
        return shape.size;
    }

    int depth() {
        return shape.depth;
    }

    String sql() {
        return sql.get();
    }

    Numbers numbers() {
        return checked(numbers).one;
    }

    Wholes wholes() {
        return checked(wholes).one;
    }

    Texts texts() {
        return checked(texts).one;
    }

    Fill<double[]> manyNumbers() {
        return checked(numbers).many;
    }

    Fill<long[]> manyWholes() {
        return checked(wholes).many;
    }

    Fill<@Nullable String[]> manyTexts() {
        return checked(texts).many;
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

    private <E, R> Evaluator<E, R> checked(@Nullable Evaluator<E, R> evaluator) {
        if (evaluator == null) {
            throw new IllegalStateException("a term of type " + type + " is read as another");
        }
        return evaluator;
    }
}

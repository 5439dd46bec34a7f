package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a lookup finds a row by: the values of several expressions, none of them a DOUBLE, mixed into 64 bits. A
/// missing
/// value is a value like any other.
///
/// Threads: immutable.
public final class Key {
    private final List<Expression> parts;
    private final long salt;
    private final Wholes one;
    private final Fill<long[]> many;

    /// `salt` makes other hashes of the same values.
    public Key(List<Expression> parts, long salt) {
        this(
                parts,
                salt,
                term(parts.stream().map(Expression::term).map(Key::whole).toList(), salt));
    }

    /// The same key computed by `term`.
    Key(List<Expression> parts, long salt, Term term) {
        this.parts = List.copyOf(parts);
        this.salt = salt;
        this.one = term.wholes();
        this.many = term.manyWholes();
    }

    /// The expressions.
    public List<Expression> parts() {
        return parts;
    }

    long salt() {
        return salt;
    }

    /// The hash of row `row`; never 0.
    public long hash(Columns columns, int row) {
        return one.at(columns, row);
    }

    /// The hashes of the rows of a block.
    public void hashes(Block block, long[] into) {
        many.into(block, into);
    }

    /// The hash of values that are `Long`, `String` or null.
    public static long hash(List<? extends @Nullable Object> values, long salt) {
        long hash = salt;
        for (Object value : values) {
            long part = value instanceof Long whole
                    ? whole
                    : value instanceof String text ? KeyHash.of(text) : Columns.NULL;
            hash = KeyHash.with(hash, part);
        }
        return KeyHash.taken(hash);
    }

    /// A part as it is mixed.
    static Term whole(Term part) {
        return part.type() == Type.STRING ? part.hashed() : part;
    }

    /// The hash of parts that are held in longs.
    static Term term(List<Term> parts, long salt) {
        Wholes[] each = parts.stream().map(Term::wholes).toArray(Wholes[]::new);
        List<Fill<long[]>> all = parts.stream().map(Term::manyWholes).toList();
        Supplier<String> sql = () -> {
            throw new IllegalStateException("a key has no SQL");
        };
        return Term.whole(
                Type.INT64,
                parts,
                Term.ANY_WHOLE,
                sql,
                (columns, row) -> {
                    long hash = salt;
                    for (Wholes part : each) {
                        hash = KeyHash.with(hash, part.at(columns, row));
                    }
                    return KeyHash.taken(hash);
                },
                (block, into) -> mix(all, salt, block, into));
    }

    private static void mix(List<Fill<long[]>> parts, long salt, Block block, long[] into) {
        Arrays.fill(into, 0, block.size(), salt);
        long[] values = block.wholes();
        for (Fill<long[]> part : parts) {
            part.into(block, values);
            for (int i = 0; i < block.size(); i++) {
                into[i] = KeyHash.with(into[i], values[i]);
            }
        }
        block.free(values);
        for (int i = 0; i < block.size(); i++) {
            into[i] = KeyHash.taken(into[i]);
        }
    }
}

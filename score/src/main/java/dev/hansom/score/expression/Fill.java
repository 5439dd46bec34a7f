package dev.hansom.score.expression;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What computes the rows of a block into an array (`double[]`, `long[]` or `String[]`, as the type is held), bit for
/// bit as [Numbers], [Wholes] and [Texts] compute one row.
///
/// A loop over arrays is written where it is used, so that it is compiled for that use alone.
interface Fill<R> {
    void into(Block block, R into);

    /// Computes `into` of `x`, row by row.
    interface Loop<A, R> {
        void over(A x, R into, int rows);
    }

    /// Computes `into` of `x` and `y`, row by row.
    interface PairLoop<A, R> {
        void over(A x, A y, R into, int rows);
    }

    /// A function of a DOUBLE.
    static <R> Fill<R> ofNumber(Term a, Loop<double[], R> loop) {
        Fill<double[]> fill = a.manyNumbers();
        return (block, into) -> {
            double[] x = block.numbers();
            fill.into(block, x);
            loop.over(x, into, block.size());
            block.free(x);
        };
    }

    /// A function of two DOUBLEs.
    static <R> Fill<R> ofNumbers(Term a, Term b, PairLoop<double[], R> loop) {
        Fill<double[]> left = a.manyNumbers();
        Fill<double[]> right = b.manyNumbers();
        return (block, into) -> {
            double[] x = block.numbers();
            double[] y = block.numbers();
            left.into(block, x);
            right.into(block, y);
            loop.over(x, y, into, block.size());
            block.free(y);
            block.free(x);
        };
    }

    /// A function of a value that is held in a long.
    static <R> Fill<R> ofWhole(Term a, Loop<long[], R> loop) {
        Fill<long[]> fill = a.manyWholes();
        return (block, into) -> {
            long[] x = block.wholes();
            fill.into(block, x);
            loop.over(x, into, block.size());
            block.free(x);
        };
    }

    /// A function of two values that are held in longs.
    static <R> Fill<R> ofWholes(Term a, Term b, PairLoop<long[], R> loop) {
        Fill<long[]> left = a.manyWholes();
        Fill<long[]> right = b.manyWholes();
        return (block, into) -> {
            long[] x = block.wholes();
            long[] y = block.wholes();
            left.into(block, x);
            right.into(block, y);
            loop.over(x, y, into, block.size());
            block.free(y);
            block.free(x);
        };
    }

    /// A function of a STRING.
    static <R> Fill<R> ofText(Term a, Loop<@Nullable String[], R> loop) {
        Fill<@Nullable String[]> fill = a.manyTexts();
        return (block, into) -> {
            @Nullable String[] x = block.texts();
            fill.into(block, x);
            loop.over(x, into, block.size());
            block.free(x);
        };
    }

    /// Row by row.
    static Fill<double[]> eachNumber(Numbers one) {
        return (block, into) -> {
            for (int i = 0; i < block.size(); i++) {
                into[i] = one.at(block.columns(), block.from() + i);
            }
        };
    }

    /// Row by row.
    static Fill<long[]> eachWhole(Wholes one) {
        return (block, into) -> {
            for (int i = 0; i < block.size(); i++) {
                into[i] = one.at(block.columns(), block.from() + i);
            }
        };
    }

    /// Row by row.
    static Fill<@Nullable String[]> eachText(Texts one) {
        return (Block block, @Nullable String[] into) -> {
            for (int i = 0; i < block.size(); i++) {
                into[i] = one.at(block.columns(), block.from() + i);
            }
        };
    }

    static Fill<double[]> constant(double value) {
        return (block, into) -> Arrays.fill(into, 0, block.size(), value);
    }

    static Fill<long[]> constant(long value) {
        return (block, into) -> Arrays.fill(into, 0, block.size(), value);
    }

    static Fill<@Nullable String[]> constant(@Nullable String value) {
        return (block, into) -> Arrays.fill(into, 0, block.size(), value);
    }
}

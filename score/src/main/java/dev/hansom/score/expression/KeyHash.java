package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import org.jspecify.annotations.Nullable;

/// Mixes the parts of a key into 64 bits, one part after the other, without allocating.
///
/// Source: the finalizer of SplitMix64, variant 13 (Stafford, "Better bit mixing", 2011); a bijection of 64 bits.
final class KeyHash {
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private KeyHash() {}

    /// The hash of the parts so far and a whole number, or [Columns#NULL].
    static long with(long hash, long part) {
        return mix(hash * STEP + part);
    }

    /// A text as a whole number, and null as [Columns#NULL].
    static long of(@Nullable String text) {
        if (text == null) {
            return Columns.NULL;
        }
        long answer = text.length();
        for (int i = 0; i < text.length(); i++) {
            answer = (answer ^ text.charAt(i)) * STEP;
            answer ^= answer >>> 32;
        }
        return mix(answer);
    }

    /// The hash, never 0.
    static long taken(long hash) {
        return hash == 0 ? STEP : hash;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}

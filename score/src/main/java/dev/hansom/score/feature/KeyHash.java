package dev.hansom.score.feature;

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

    /// The hash of the parts so far and a text, or null.
    static long with(long hash, @Nullable String part) {
        if (part == null) {
            return with(hash, Columns.NULL);
        }
        long answer = hash * STEP + part.length();
        for (int i = 0; i < part.length(); i++) {
            answer = (answer ^ part.charAt(i)) * STEP;
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

package dev.hansom.serve;

import java.time.Clock;
import java.util.random.RandomGenerator;

/// Ids of predictions: 26 characters of Crockford's base 32, unique, in the order in which they were made.
///
/// Shape: 10 characters of milliseconds since the epoch, 3 of the project's tag, 13 of a number that starts at random
/// each millisecond and counts up within it. The tag tells which project's log a truth belongs to.
/// Source: the ULID specification, github.com/ulid/spec; the tag is ours.
/// Threads: safe for many threads.
public final class PredictionIds {
    /// How many characters an id has.
    public static final int LENGTH = 26;

    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int TIME = 10;
    private static final int TAG = 3;

    private final Clock clock;
    private final RandomGenerator random;
    private long millisecond = Long.MIN_VALUE;
    private long next;

    /// Ids by the time of `clock` and the randomness of `random`.
    public PredictionIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /// `count` fresh ids for predictions of `project`.
    public String[] take(String project, int count) {
        long time;
        long first;
        synchronized (this) {
            long now = clock.millis();
            if (now > millisecond) {
                millisecond = now;
                next = random.nextLong() >>> 1;
            }
            time = millisecond;
            first = next;
            next += count;
        }
        String[] ids = new String[count];
        char[] digits = new char[LENGTH];
        write(time, digits, 0, TIME);
        write(tag(project), digits, TIME, TAG);
        for (int i = 0; i < count; i++) {
            write(first + i, digits, TIME + TAG, LENGTH - TIME - TAG);
            ids[i] = new String(digits);
        }
        return ids;
    }

    /// The tag of `project`: 15 bits that two projects share only by bad luck.
    public static int tag(String project) {
        int hash = project.hashCode();
        return (hash ^ (hash >>> 15)) & 0x7fff;
    }

    /// The tag in an id, or -1 where the text is no id.
    public static int tagOf(String id) {
        if (id.length() != LENGTH || id.charAt(0) > '7') {
            return -1;
        }
        int tag = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = digit(id.charAt(i));
            if (digit < 0) {
                return -1;
            }
            if (i >= TIME && i < TIME + TAG) {
                tag = tag << 5 | digit;
            }
        }
        return tag;
    }

    private static void write(long value, char[] digits, int from, int count) {
        long rest = value;
        for (int i = from + count - 1; i >= from; i--) {
            digits[i] = DIGITS[(int) (rest & 31)];
            rest >>>= 5;
        }
    }

    private static int digit(char letter) {
        for (int i = 0; i < DIGITS.length; i++) {
            if (DIGITS[i] == letter) {
                return i;
            }
        }
        return -1;
    }
}

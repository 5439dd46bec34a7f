package dev.hansom.score;

/// The answers that may be given, both ends included. An answer outside of it becomes the nearer end.
///
/// Errors: an end that is NaN, or ends the wrong way round, is an [IllegalArgumentException].
/// Threads: immutable.
public record Range(double least, double most) {
    /// Every number.
    public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Range {
        if (!(least < most)) {
            throw new IllegalArgumentException(
                    "answers from " + least + " to " + most + " (expected: a least below the most)");
        }
    }

    /// Whether there is a bound at all.
    public boolean isBounded() {
        return least != Double.NEGATIVE_INFINITY || most != Double.POSITIVE_INFINITY;
    }

    /// `answer`, or the nearer end; NaN stays NaN.
    public double clamp(double answer) {
        return answer < least ? least : answer > most ? most : answer;
    }
}

package dev.hansom.score.expression;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// The known name nearest to a wrong one, for "did you mean".
///
/// Distance: single characters put in, left out, changed or swapped with the next; upper and lower case are alike.
/// Source: optimal string alignment distance.
public final class Nearest {
    private static final int LENGTH_AT_MOST = 64;

    private Nearest() {}

    /// The first of the nearest names in `known`; empty if none is within a third of the length of `wrong`.
    public static Optional<String> to(String wrong, Collection<String> known) {
        String asked = wrong.toLowerCase(Locale.ROOT);
        String best = null;
        int least = Math.max(1, asked.length() / 3) + 1;
        for (String name : known) {
            if (Math.abs(name.length() - asked.length()) < least && asked.length() <= LENGTH_AT_MOST) {
                int distance = distance(asked, name.toLowerCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    best = name;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[a.length()][b.length()];
    }
}

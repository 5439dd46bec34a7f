package dev.hansom.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The names that a person may have meant.
final class Nearest {
    private static final int SHOWN = 3;

    private Nearest() {}

    /// `did you mean a, b?` where some names are near, else the names there are.
    static String hint(String name, Collection<String> names) {
        int near = Math.max(2, name.length() / 3);
        List<String> close = names.stream()
                .filter(other -> distance(name, other) <= near)
                .sorted(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
        return close.isEmpty()
                ? "one of: " + names.stream().sorted().collect(Collectors.joining(", "))
                : "did you mean " + String.join(", ", close) + "?";
    }

    /// Edits between the two names in small letters. Source: Levenshtein (1966).
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

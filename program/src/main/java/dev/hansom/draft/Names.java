package dev.hansom.draft;

import dev.hansom.score.expression.Expression;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Names for expressions, made from whatever columns are called: words of letters, digits and `_`, each once whatever
/// its case, and none a keyword.
final class Names {
    private static final int LONGEST = 60;
    /// What begins a literal of a time, and would read oddly as a name.
    private static final Set<String> TIMES = Set.of("date", "timestamp", "interval");

    private final Set<String> taken = new HashSet<>();

    /// A name for something called `text`, which is the `number`-th of its kind.
    String of(String text, int number) {
        String plain = Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9_]+", "_");
        String word = text.matches("[A-Za-z_][A-Za-z0-9_]*") ? text : plain.replaceAll("^_+|_+$", "");
        if (word.isEmpty()) {
            word = "column_" + number;
        }
        if (Character.isDigit(word.charAt(0))) {
            word = "c_" + word;
        }
        word = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
        String small = word.toLowerCase(Locale.ROOT);
        return free(Expression.keywords().contains(small) || TIMES.contains(small) ? word + "_" : word);
    }

    /// `word`, or the first of `word_2`, `word_3`, … that is free.
    String free(String word) {
        String name = word;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = word + "_" + i;
        }
        return name;
    }
}

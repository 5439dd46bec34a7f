package dev.hansom.score.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds a written name among known ones: as written, else in any case if there is only one such.
record Names(Scope scope) {
    private static final int SHOWN_AT_MOST = 8;

    /// Errors: [ExpressionException] if two names differ from `name` only in case.
    Optional<String> find(String name, String text, int at) {
        if (scope.schema().index(name) >= 0 || scope.names().containsKey(name)) {
            return Optional.of(name);
        }
        List<String> alike = all().filter(known -> known.equalsIgnoreCase(name)).toList();
        if (alike.size() > 1) {
            throw new ExpressionException(Shown.of(name) + " could be any of " + String.join(", ", alike), text, at);
        }
        return alike.stream().findFirst();
    }

    /// "; did you mean miles?", or the first known names.
    static String hint(String wrong, Collection<String> known) {
        Optional<String> near = Nearest.to(wrong, known);
        if (near.isPresent()) {
            return "; did you mean " + near.get() + "?";
        }
        List<String> some = new ArrayList<>(known.stream().limit(SHOWN_AT_MOST).toList());
        if (known.size() > SHOWN_AT_MOST) {
            some.add("…");
        }
        return known.isEmpty() ? "" : " (known: " + String.join(", ", some) + ")";
    }

    private Stream<String> all() {
        return Stream.concat(scope.schema().names().stream(), scope.names().keySet().stream());
    }

    /// What can stand alone: columns, definitions and calculations.
    List<String> values() {
        return all().filter(name -> !(scope.names().get(name) instanceof Table)).toList();
    }

    /// What can be called: functions and tables.
    List<String> callable() {
        return Stream.concat(
                        Functions.names().stream(),
                        scope.names().keySet().stream()
                                .filter(name -> scope.names().get(name) instanceof Table))
                .toList();
    }
}

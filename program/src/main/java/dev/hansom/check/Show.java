package dev.hansom.check;

import dev.hansom.project.Checks.Bounds;
import java.time.LocalDate;

/// Values and ranges of a field as its type writes them.
final class Show {
    private Show() {}

    static String value(FieldFacts facts, double value) {
        if (Double.isInfinite(value)) {
            return "";
        }
        return switch (facts.field.type()) {
            case TIMESTAMP -> Say.time((long) value);
            case DATE -> LocalDate.ofEpochDay((long) value).toString();
            case DOUBLE, INT64, BOOLEAN, STRING -> Say.number(value);
        };
    }

    static String range(String min, String max, Bounds bounds) {
        if (Double.isInfinite(bounds.min())) {
            return "at most " + max;
        }
        return Double.isInfinite(bounds.max()) ? "at least " + min : "from " + min + " to " + max;
    }
}

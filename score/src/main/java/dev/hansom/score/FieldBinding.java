package dev.hansom.score;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Binds fields given by name to a typed [Row], at once.
///
/// Errors: an [IllegalArgumentException] names the field, the kind of what was given, and what was expected;
/// never the value.
/// Threads: immutable.
final class FieldBinding {
    /// The length of a date as ISO 8601 writes it.
    private static final int DATE = 10;

    private final Schema schema;
    private final ZoneId zone;

    FieldBinding(Signature signature) {
        schema = signature.schema();
        try {
            zone = signature.zone().isBlank() ? ZoneOffset.UTC : ZoneId.of(signature.zone());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "time zone " + signature.zone() + " (expected: such as Europe/Paris)", e);
        }
    }

    /// A new row with every value missing.
    Row row() {
        return new Row(schema, zone);
    }

    Row row(Map<String, ? extends @Nullable Object> fields) {
        Row row = row();
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, ? extends @Nullable Object> field : fields.entrySet()) {
            if (field.getKey() == null) {
                problems.add("a field without a name (expected: the names of fields)");
                continue;
            }
            int index = schema.index(field.getKey());
            Object value = field.getValue();
            try {
                if (index < 0) {
                    problems.add("unknown field " + field.getKey() + Row.hint(field.getKey(), schema));
                } else if (value != null) {
                    set(row.columns(), index, value);
                }
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            problems.sort(null);
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return row;
    }

    ZoneId zone() {
        return zone;
    }

    /// What a caller in Java may give for a field of this type.
    static String expected(Type type) {
        return switch (type) {
            case DOUBLE -> "a number";
            case INT64 -> "a whole number";
            case STRING -> "text";
            case BOOLEAN -> "true or false";
            case TIMESTAMP -> "a LocalDateTime, an Instant, or ISO text such as 2021-03-01T08:30:00";
            case DATE -> "a LocalDate or ISO text such as 2021-03-01";
        };
    }

    private void set(Columns columns, int index, Object value) {
        switch (schema.type(index)) {
            case DOUBLE -> columns.set(index, 0, number(index, value).doubleValue());
            case INT64 -> columns.set(index, 0, whole(index, number(index, value)));
            case STRING -> columns.set(index, 0, text(index, value));
            case BOOLEAN -> columns.set(index, 0, truth(index, value));
            case TIMESTAMP -> columns.set(index, 0, time(index, value));
            case DATE -> columns.set(index, 0, date(index, value));
        }
    }

    private Number number(int index, Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw refuse(index, value);
    }

    private long whole(int index, Number value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return value.longValue();
        }
        double number = value.doubleValue();
        if (Double.isNaN(number)) {
            return Columns.NULL;
        }
        if (number != Math.rint(number) || Math.abs(number) > 0x1p53) {
            throw refuse(index, value);
        }
        return (long) number;
    }

    private String text(int index, Object value) {
        if (value instanceof CharSequence) {
            return value.toString();
        }
        throw refuse(index, value);
    }

    private long truth(int index, Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        throw refuse(index, value);
    }

    private long time(int index, Object value) {
        if (value instanceof LocalDateTime local) {
            return Times.micros(local);
        }
        if (value instanceof Instant instant) {
            return Times.micros(instant, zone);
        }
        if (value instanceof ZonedDateTime zoned) {
            return Times.micros(zoned.toInstant(), zone);
        }
        if (value instanceof OffsetDateTime offset) {
            return Times.micros(offset.toInstant(), zone);
        }
        if (value instanceof CharSequence text) {
            return parsed(index, text);
        }
        throw refuse(index, value);
    }

    /// Text with an offset is an instant; text without one is the wall clock. A blank may stand for the T.
    private long parsed(int index, CharSequence given) {
        boolean blank = given.length() > DATE && given.charAt(DATE) == ' ';
        String text = blank ? given.toString().replaceFirst(" ", "T") : given.toString();
        try {
            return Times.micros(LocalDateTime.parse(text));
        } catch (DateTimeException wallClock) {
            try {
                return Times.micros(ZonedDateTime.parse(text).toInstant(), zone);
            } catch (DateTimeException instant) {
                throw refused(index, "text that is no time", instant);
            }
        }
    }

    private long date(int index, Object value) {
        if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        if (value instanceof CharSequence text) {
            try {
                return LocalDate.parse(text).toEpochDay();
            } catch (DateTimeException e) {
                throw refused(index, "text that is no date", e);
            }
        }
        throw refuse(index, value);
    }

    private IllegalArgumentException refuse(int index, Object value) {
        String kind = value instanceof CharSequence
                ? "text"
                : value instanceof Number number && number.doubleValue() != Math.rint(number.doubleValue())
                        ? "a fraction"
                        : value.getClass().getSimpleName();
        return refused(index, kind, null);
    }

    private IllegalArgumentException refused(int index, String kind, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "field " + schema.name(index) + ": " + kind + " (expected: " + expected(schema.type(index)) + ")",
                cause);
    }
}

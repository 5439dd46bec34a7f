package dev.hansom.score;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Binds fields given by name to a typed [Row], at once.
///
/// Errors: an [IllegalArgumentException] names the field, the kind of what was given, and what was expected;
/// never the value.
/// Threads: immutable.
final class FieldBinding {
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

    Row row(Map<String, ? extends @Nullable Object> fields) {
        Row row = new Row(schema);
        for (Map.Entry<String, ? extends @Nullable Object> field : fields.entrySet()) {
            int index = schema.index(field.getKey());
            if (index < 0) {
                throw new IllegalArgumentException("unknown field " + field.getKey() + " (expected: some of "
                        + String.join(", ", schema.names()) + ")");
            }
            Object value = field.getValue();
            if (value != null) {
                set(row.columns(), index, value);
            }
        }
        return row;
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
        throw refuse(index, value, "a number");
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
            throw refuse(index, value, "a whole number");
        }
        return (long) number;
    }

    private String text(int index, Object value) {
        if (value instanceof CharSequence) {
            return value.toString();
        }
        throw refuse(index, value, "text");
    }

    private long truth(int index, Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        throw refuse(index, value, "true or false");
    }

    private long time(int index, Object value) {
        LocalDateTime time = null;
        if (value instanceof LocalDateTime local) {
            time = local;
        } else if (value instanceof ZonedDateTime zoned) {
            time = LocalDateTime.ofInstant(zoned.toInstant(), zone);
        } else if (value instanceof OffsetDateTime offset) {
            time = LocalDateTime.ofInstant(offset.toInstant(), zone);
        } else if (value instanceof Instant instant) {
            time = LocalDateTime.ofInstant(instant, zone);
        } else if (value instanceof CharSequence text) {
            time = parsed(index, text);
        }
        if (time == null) {
            throw refuse(index, value, "a LocalDateTime or ISO text such as 2021-03-01T08:30:00");
        }
        return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), time);
    }

    /// Text with an offset is an instant; text without one is the wall clock.
    private LocalDateTime parsed(int index, CharSequence text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException wallClock) {
            try {
                return LocalDateTime.ofInstant(ZonedDateTime.parse(text).toInstant(), zone);
            } catch (DateTimeException instant) {
                throw new IllegalArgumentException(
                        "field " + schema.name(index)
                                + ": text that is no time (expected: ISO text such as 2021-03-01T08:30:00)",
                        instant);
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
                throw new IllegalArgumentException(
                        "field " + schema.name(index)
                                + ": text that is no date (expected: ISO text such as 2021-03-01)",
                        e);
            }
        }
        throw refuse(index, value, "a LocalDate or ISO text such as 2021-03-01");
    }

    private IllegalArgumentException refuse(int index, Object value, String expected) {
        String kind = value instanceof CharSequence
                ? "text"
                : value instanceof Number number && number.doubleValue() != Math.rint(number.doubleValue())
                        ? "a fraction"
                        : value.getClass().getSimpleName();
        return new IllegalArgumentException(
                "field " + schema.name(index) + ": " + kind + " (expected: " + expected + ")");
    }
}

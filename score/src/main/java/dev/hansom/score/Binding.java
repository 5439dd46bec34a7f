package dev.hansom.score;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Java record whose components are a model's fields: everything is looked up and checked once, when it is
/// bound.
///
/// A component is a field's if it has its name, or its name in another case or without underscores
/// (`tripDistance`
/// for `trip_distance`). More components than fields are fine.
/// Threads: safe for many; a call allocates one row, or none with a row of the caller's.
public final class Binding<T extends Record> {
    private final Model model;
    private final List<Setter> setters;

    /// Puts one component of a record into its column.
    private interface Setter {
        void set(Object from, Row row) throws Throwable;
    }

    Binding(Model model, Class<T> type, MethodHandles.Lookup lookup) {
        this.model = model;
        this.setters = new ArrayList<>();
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.put(component.getName(), component);
        }
        List<String> problems = new ArrayList<>();
        Schema schema = model.schema();
        for (int column = 0; column < schema.size(); column++) {
            RecordComponent component = component(schema.name(column), components);
            if (component == null) {
                problems.add("no component for field " + schema.name(column) + " (expected: one named "
                        + camel(schema.name(column)) + ", of " + types(schema.type(column)) + ")");
                continue;
            }
            Class<?> given = component.getType();
            if (!takes(schema.type(column), given)) {
                problems.add("component " + component.getName() + ": " + given.getSimpleName() + " for field "
                        + schema.name(column) + " (expected: " + types(schema.type(column)) + ")");
                continue;
            }
            try {
                component.getAccessor().trySetAccessible();
                setters.add(setter(column, schema.type(column), given, lookup.unreflect(component.getAccessor())));
            } catch (IllegalAccessException e) {
                problems.add("component " + component.getName() + " cannot be read (expected: a public record, or a"
                        + " Lookup from its package)");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("record " + type.getSimpleName() + ": " + String.join("; ", problems));
        }
    }

    /// The model's answer for a record.
    public double predict(T record) {
        return predict(record, model.row());
    }

    /// The same without allocating: `row` is one that [Model#row()] made, and may be used again and again.
    public double predict(T record, Row row) {
        fill(record, row);
        return model.score(row);
    }

    /// Sets all fields of a row that [Model#row()] made.
    public void fill(T record, Row row) {
        try {
            for (int i = 0; i < setters.size(); i++) {
                setters.get(i).set(record, row);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("an accessor of the record failed", e);
        }
    }

    private static @Nullable RecordComponent component(String field, Map<String, RecordComponent> components) {
        RecordComponent exact = components.get(field);
        if (exact != null) {
            return exact;
        }
        List<RecordComponent> alike = components.values().stream()
                .filter(component -> plain(component.getName()).equals(plain(field)))
                .toList();
        return alike.size() == 1 ? alike.get(0) : null;
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private static String camel(String field) {
        StringBuilder camel = new StringBuilder();
        boolean up = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (Character.isJavaIdentifierPart(c) && c != '_') {
                camel.append(up ? Character.toUpperCase(c) : c);
                up = false;
            } else {
                up = !camel.isEmpty();
            }
        }
        return camel.toString();
    }

    private static String types(Type type) {
        return switch (type) {
            case DOUBLE -> "double, float, long, int or another Number";
            case INT64 -> "long, int, short or byte, or their boxes";
            case STRING -> "String";
            case BOOLEAN -> "boolean";
            case TIMESTAMP -> "LocalDateTime, Instant, ZonedDateTime or OffsetDateTime";
            case DATE -> "LocalDate";
        };
    }

    private static boolean takes(Type type, Class<?> given) {
        Class<?> boxed = MethodType.methodType(given).wrap().returnType();
        return switch (type) {
            case DOUBLE -> Number.class.isAssignableFrom(boxed);
            case INT64 ->
                List.of(Long.class, Integer.class, Short.class, Byte.class).contains(boxed);
            case STRING -> CharSequence.class.isAssignableFrom(boxed);
            case BOOLEAN -> boxed == Boolean.class;
            case TIMESTAMP ->
                List.of(LocalDateTime.class, Instant.class, ZonedDateTime.class, OffsetDateTime.class)
                        .contains(boxed);
            case DATE -> boxed == LocalDate.class;
        };
    }

    private static Setter setter(int column, Type type, Class<?> given, MethodHandle accessor) {
        if (!given.isPrimitive()) {
            MethodHandle value = accessor.asType(MethodType.methodType(Object.class, Object.class));
            return (from, row) -> boxed(column, type, value.invokeExact(from), row);
        }
        return switch (type) {
            case DOUBLE -> {
                MethodHandle value = accessor.asType(MethodType.methodType(double.class, Object.class));
                yield (from, row) -> row.columns().set(column, 0, (double) value.invokeExact(from));
            }
            case BOOLEAN -> {
                MethodHandle value = accessor.asType(MethodType.methodType(boolean.class, Object.class));
                yield (from, row) -> row.columns().set(column, 0, (boolean) value.invokeExact(from) ? 1L : 0L);
            }
            case INT64, STRING, TIMESTAMP, DATE -> {
                MethodHandle value = accessor.asType(MethodType.methodType(long.class, Object.class));
                yield (from, row) -> row.columns().set(column, 0, (long) value.invokeExact(from));
            }
        };
    }

    private static void boxed(int column, Type type, @Nullable Object value, Row row) {
        if (value == null) {
            row.columns().setNull(column, 0);
            return;
        }
        switch (type) {
            case DOUBLE -> row.columns().set(column, 0, ((Number) value).doubleValue());
            case INT64 -> row.columns().set(column, 0, ((Number) value).longValue());
            case STRING -> row.columns().set(column, 0, value.toString());
            case BOOLEAN -> row.columns().set(column, 0, (Boolean) value ? 1L : 0L);
            case DATE -> row.set(column, (LocalDate) value);
            case TIMESTAMP -> time(column, value, row);
        }
    }

    private static void time(int column, Object value, Row row) {
        if (value instanceof LocalDateTime local) {
            row.set(column, local);
        } else if (value instanceof Instant instant) {
            row.set(column, instant);
        } else if (value instanceof ZonedDateTime zoned) {
            row.set(column, zoned.toInstant());
        } else {
            row.set(column, ((OffsetDateTime) value).toInstant());
        }
    }
}

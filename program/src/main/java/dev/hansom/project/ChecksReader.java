package dev.hansom.project;

import dev.hansom.project.Checks.Bounds;
import dev.hansom.project.Checks.FieldCheck;
import dev.hansom.project.Checks.RowCheck;
import dev.hansom.score.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Reads the section `checks:` of a project file.
final class ChecksReader {
    private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

    private final Places places;
    private final List<Field> fields;
    private final Function<String, Duration> duration;

    ChecksReader(Places places, List<Field> fields, Function<String, Duration> duration) {
        this.places = places;
        this.fields = fields;
        this.duration = duration;
    }

    Checks checks(Optional<Section> given) {
        if (given.isEmpty()) {
            return Checks.NONE;
        }
        Section section = given.get();
        Optional<Section> rows = section.optionalSection("rows");
        Checks checks = new Checks(
                rows.map(one -> bounds(one, "min", "max", Type.DOUBLE)).orElse(Bounds.NONE),
                share(section, "duplicates_at_most"),
                time(section, "gap_at_most"),
                time(section, "freshness"),
                section.optionalSection("fields").map(this::fields).orElse(Map.of()),
                section.optionalSection("expressions").map(this::expressions).orElse(List.of()));
        rows.ifPresent(Section::close);
        section.close();
        return checks;
    }

    private Map<String, FieldCheck> fields(Section section) {
        Map<String, FieldCheck> checks = new LinkedHashMap<>();
        for (String name : section.names()) {
            Optional<Field> field =
                    fields.stream().filter(one -> one.name().equals(name)).findFirst();
            Section one = section.section(name);
            if (field.isEmpty()) {
                section.refuse(
                        name,
                        "no such field",
                        Section.choices(name, fields.stream().map(Field::name).toList()));
                continue;
            }
            checks.put(name, field(one, field.get().type()));
            one.close();
        }
        return checks;
    }

    private FieldCheck field(Section one, Type type) {
        List<String> levels = one.texts("levels");
        if (type == Type.STRING) {
            for (String key : List.of("min", "max", "median_min", "median_max")) {
                if (one.has(key)) {
                    one.optionalText(key);
                    one.refuse(key, "a bound on text", "levels, for a field of type string");
                }
            }
            return new FieldCheck(
                    Bounds.NONE, levels, one.number("outside_at_most"), Bounds.NONE, share(one, "missing_at_most"));
        }
        return new FieldCheck(
                bounds(one, "min", "max", type),
                levels,
                one.number("outside_at_most"),
                bounds(one, "median_min", "median_max", type),
                share(one, "missing_at_most"));
    }

    private List<RowCheck> expressions(Section section) {
        List<RowCheck> checks = new ArrayList<>();
        for (String name : section.names()) {
            Section one = section.section(name);
            places.put("check " + name, one.placeOf("holds"));
            checks.add(new RowCheck(name, one.text("holds"), one.number("at_least")));
            one.close();
        }
        return checks;
    }

    private static Bounds bounds(Section section, String least, String most, Type type) {
        double min = bound(section, least, type).orElse(Bounds.NONE.min());
        double max = bound(section, most, type).orElse(Bounds.NONE.max());
        if (min > max) {
            section.refuse(most, "less than " + least, least + " or more");
        }
        return new Bounds(min, max);
    }

    private static Optional<Double> bound(Section section, String key, Type type) {
        if (type != Type.TIMESTAMP && type != Type.DATE) {
            return section.optionalNumber(key);
        }
        return section.optionalText(key).flatMap(text -> {
            try {
                LocalDateTime time = text.length() > 10
                        ? LocalDateTime.parse(text.replace(' ', 'T'))
                        : LocalDate.parse(text).atStartOfDay();
                return Optional.of(
                        (double) (type == Type.DATE ? ChronoUnit.DAYS : ChronoUnit.MICROS).between(EPOCH, time));
            } catch (DateTimeException e) {
                section.refuse(key, text, "a date or a time such as 2021-01-31 or 2021-01-31T12:00:00");
                return Optional.empty();
            }
        });
    }

    private static OptionalDouble share(Section section, String key) {
        return section.optionalNumber(key).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private Optional<Duration> time(Section section, String key) {
        return section.optionalText(key).flatMap(text -> {
            try {
                return Optional.of(duration.apply(text));
            } catch (DateTimeException e) {
                section.refuse(key, text, "a duration such as 12h or 40d");
                return Optional.empty();
            }
        });
    }
}

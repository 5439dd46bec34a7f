package dev.hansom.project;

import dev.hansom.project.SplitPlan.By;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads how rows are parted: `split`, and the periods and shares of `data`.
final class SplitReader {
    private static final double MOST_HELD_OUT = 0.8;

    private final boolean timed;
    private final List<Field> fields;

    SplitReader(boolean timed, List<Field> fields) {
        this.timed = timed;
        this.fields = fields;
    }

    SplitPlan read(Section split, Section data) {
        Optional<String> group = split.optionalText("group");
        Optional<By> given = one(split, "by", By.values());
        check(split, given, group);
        By by = timed ? By.TIME : group.isPresent() ? By.GROUP : given.orElse(By.RANDOM);
        split.derived("by", by.name().toLowerCase(Locale.ROOT));
        split.close();
        if (!timed) {
            for (String key : List.of("period", "each")) {
                if (data.has(key)) {
                    data.refuse(key, data.optionalText(key).orElse(""), "a project with a time");
                }
            }
        }
        SplitPlan plan = new SplitPlan(
                by,
                group,
                one(data, "period", SplitPlan.PeriodOf.values()).orElse(SplitPlan.PeriodOf.AUTO),
                one(data, "each", SplitPlan.Each.values()).orElse(SplitPlan.Each.MONTH),
                share(data, "validate", false),
                share(data, "live", true));
        if (plan.validate() < 1 && plan.live() < 1 && plan.validate() + plan.live() > MOST_HELD_OUT) {
            data.refuse(
                    "validate",
                    plan.validate() + " beside live " + plan.live(),
                    "together at most " + MOST_HELD_OUT + ", so that something is left to train on");
        }
        return plan;
    }

    private void check(Section split, Optional<By> by, Optional<String> group) {
        if (by.equals(Optional.of(By.GROUP)) && group.isEmpty()) {
            split.problem(
                    split.placeOf("by"), "split.by is group, and split.group names none", "a field in split.group");
        }
        if (by.equals(Optional.of(By.TIME)) && !timed) {
            split.refuse("by", "time", "group or random, or a time: that names the time column");
        }
        if (by.equals(Optional.of(By.RANDOM)) && timed) {
            split.refuse("by", "random", "time: where rows have a time, only what is later tests what is to come");
        }
        if (by.equals(Optional.of(By.RANDOM)) && group.isPresent()) {
            split.refuse("by", "random", "group, since split.group is there");
        }
        List<String> names = fields.stream().map(Field::name).toList();
        group.filter(name -> !names.contains(name))
                .ifPresent(name -> split.refuse("group", name, "a field: " + Section.choices(name, names)));
    }

    private double share(Section data, String key, boolean mayBeNone) {
        double otherwise = timed ? 1 : 0.2;
        data.derived(key, timed ? "1" : "0.2");
        double value = data.optionalNumber(key).orElse(otherwise);
        boolean share = value > 0 && value < 1;
        boolean periods = timed && value >= 1 && value == Math.rint(value);
        if (share || periods || (mayBeNone && value == 0)) {
            return value;
        }
        data.refuse(
                key,
                value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value),
                timed
                        ? "a whole number of periods such as 1, or a share such as 0.2"
                        : "a share of the rows such as 0.2");
        return otherwise;
    }

    private static <E extends Enum<E>> Optional<E> one(Section section, String key, E[] values) {
        return section.optionalText(key)
                .map(word -> Arrays.stream(values)
                        .filter(value -> value.name().equals(word.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow());
    }
}

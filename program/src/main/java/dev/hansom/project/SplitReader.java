package dev.hansom.project;

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

    SplitPlan read(Optional<Section> split, Section data) {
        Optional<String> group = split.flatMap(section -> section.optionalText("group"));
        Optional<SplitPlan.By> given = split.flatMap(section -> one(section, "by", SplitPlan.By.values()));
        split.ifPresent(section -> check(section, given, group));
        SplitPlan.By by =
                timed ? SplitPlan.By.TIME : group.isPresent() ? SplitPlan.By.GROUP : given.orElse(SplitPlan.By.RANDOM);
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
        split.ifPresent(Section::close);
        return plan;
    }

    private void check(Section split, Optional<SplitPlan.By> by, Optional<String> group) {
        if (by.equals(Optional.of(SplitPlan.By.GROUP)) && group.isEmpty()) {
            split.problem(split.placeOf("by"), "split.by is group, and split.group names none");
        }
        if (by.equals(Optional.of(SplitPlan.By.TIME)) && !timed) {
            split.refuse("by", "time", "group or random, or a time: that names the time column");
        }
        if (by.equals(Optional.of(SplitPlan.By.RANDOM)) && timed) {
            split.refuse("by", "random", "time: where rows have a time, only what is later tests what is to come");
        }
        if (by.equals(Optional.of(SplitPlan.By.RANDOM)) && group.isPresent()) {
            split.refuse("by", "random", "group, since split.group is there");
        }
        List<String> names = fields.stream().map(Field::name).toList();
        group.filter(name -> !names.contains(name))
                .ifPresent(name -> split.refuse("group", name, "a field: " + Section.choices(name, names)));
    }

    private double share(Section data, String key, boolean mayBeNone) {
        double otherwise = timed ? 1 : 0.2;
        double value = data.optionalNumber(key).orElse(otherwise);
        boolean share = value > 0 && value < 1;
        boolean periods = timed && value >= 1 && value <= 1000 && value == Math.rint(value);
        if (share || periods || (mayBeNone && value == 0)) {
            return value;
        }
        data.refuse(
                key,
                String.valueOf(value),
                timed
                        ? "a whole number of periods such as 1, or a share such as 0.2"
                        : "a share of the rows such as 0.2");
        return otherwise;
    }

    private static <E extends Enum<E>> Optional<E> one(Section section, String key, E[] values) {
        Optional<String> text = section.optionalText(key);
        List<String> slugs = Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        if (text.isPresent() && !slugs.contains(text.get())) {
            section.refuse(key, text.get(), Section.choices(text.get(), slugs));
        }
        return text.map(slugs::indexOf).filter(index -> index >= 0).map(index -> values[index]);
    }
}

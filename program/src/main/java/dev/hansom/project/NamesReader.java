package dev.hansom.project;

import dev.hansom.score.expression.Table;
import dev.hansom.score.feature.Definition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads the parts of a project file that give names to expressions: tables, definitions and lookups.
final class NamesReader {
    private static final List<String> STATISTICS = List.of("mean", "median", "quantile", "ratio", "count");

    private final Places places;

    NamesReader(Places places) {
        this.places = places;
    }

    List<Table> tables(Optional<Section> section) {
        List<Table> tables = new ArrayList<>();
        for (String name : section.map(Section::names).orElse(List.of())) {
            section.orElseThrow().requireWord(name);
            Section one = section.orElseThrow().section(name);
            Section values = one.section("values");
            Map<Long, String> byKey = new LinkedHashMap<>();
            for (String value : values.names()) {
                for (String key : values.texts(value)) {
                    tableKey(values, value, key).ifPresent(number -> {
                        if (byKey.putIfAbsent(number, value) != null) {
                            values.problem(values.placeOf(value), "key " + number + " of " + name + " is there twice");
                        }
                    });
                }
            }
            tables.add(new Table(name, byKey, one.optionalText("otherwise").orElse("other"), one.text("source")));
            one.close();
        }
        return tables;
    }

    private Optional<Long> tableKey(Section values, String value, String key) {
        try {
            return Optional.of(Long.valueOf(key));
        } catch (NumberFormatException e) {
            values.refuse(value, key, "whole numbers");
            return Optional.empty();
        }
    }

    List<Definition> definitions(Optional<Section> section) {
        List<Definition> definitions = new ArrayList<>();
        for (String name : section.map(Section::names).orElse(List.of())) {
            section.orElseThrow().requireWord(name);
            places.put("definition " + name, section.orElseThrow().placeOf(name));
            definitions.add(new Definition(name, section.orElseThrow().text(name)));
        }
        return definitions;
    }

    List<LookupPlan> lookups(Optional<Section> section) {
        List<LookupPlan> lookups = new ArrayList<>();
        for (String name : section.map(Section::names).orElse(List.of())) {
            section.orElseThrow().requireWord(name);
            Section one = section.orElseThrow().section(name);
            lookups.add(lookup(name, one));
            one.close();
        }
        return lookups;
    }

    private LookupPlan lookup(String name, Section one) {
        Measure measure = measure(name, one);
        List<List<String>> levels = new ArrayList<>();
        levels.add(one.texts("by"));
        levels.addAll(one.lists("then"));
        if (measure.statistic() == Statistic.COUNT && levels.size() > 1) {
            one.problem(one.placeOf("then"), "lookup " + name + " counts: a coarser key counts something else");
        }
        return new LookupPlan(
                name,
                measure,
                levels,
                shrink(one, measure.statistic()),
                one.whole("least", 1, 1, Integer.MAX_VALUE),
                one.optionalNumber("default").map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    private Measure measure(String name, Section one) {
        List<String> given = STATISTICS.stream().filter(one::has).toList();
        if (given.size() != 1) {
            one.problem(one.placeOf(""), "lookup " + name + " needs one of " + String.join(":, ", STATISTICS) + ":");
        }
        String key = given.isEmpty() ? "mean" : given.getFirst();
        places.put("lookup " + name, one.placeOf(key));
        Statistic statistic = Statistic.valueOf(key.toUpperCase(Locale.ROOT));
        List<String> parts = STATISTICS.stream()
                .map(one::optionalTexts)
                .filter(texts -> !texts.isEmpty())
                .findFirst()
                .orElse(List.of());
        boolean pair = statistic == Statistic.RATIO || statistic == Statistic.QUANTILE;
        if (parts.size() != (pair ? 2 : 1) && !given.isEmpty()) {
            one.refuse(
                    key,
                    parts.size() + " expressions",
                    switch (statistic) {
                        case RATIO -> "two: what is summed, and what it is divided by";
                        case QUANTILE -> "an expression and a share, for example [minutes, 0.9]";
                        case MEAN, MEDIAN, COUNT -> "one";
                    });
        }
        Optional<String> after = one.optionalText("after");
        if (after.isPresent() && (statistic == Statistic.RATIO || statistic == Statistic.COUNT)) {
            one.refuse("after", after.get(), "a mean, median or quantile; a ratio is divided by what came before");
        }
        String second = parts.size() > 1 ? parts.get(1) : "0.5";
        return new Measure(
                statistic,
                parts.isEmpty() ? "0" : parts.getFirst(),
                statistic == Statistic.RATIO && parts.size() == 2 ? Optional.of(second) : Optional.empty(),
                statistic == Statistic.QUANTILE ? share(one, second) : 0.5,
                after,
                one.optionalText("where"));
    }

    private static double share(Section one, String text) {
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        one.refuse("quantile", text, "a share from 0 to 1 behind the expression");
        return 0.5;
    }

    private static OptionalDouble shrink(Section one, Statistic statistic) {
        if (one.optionalText("shrink").filter("auto"::equals).isPresent()) {
            if (statistic == Statistic.COUNT) {
                one.refuse("shrink", "auto", "nothing: counts are not shrunk");
            }
            return OptionalDouble.empty();
        }
        double shrink = one.optionalNumber("shrink").orElse(0.0);
        if (!(shrink >= 0) || (shrink > 0 && statistic == Statistic.COUNT)) {
            one.refuse(
                    "shrink",
                    String.valueOf(shrink),
                    statistic == Statistic.COUNT ? "nothing: counts are not shrunk" : "zero or more rows, or auto");
        }
        return OptionalDouble.of(shrink);
    }
}

package dev.hansom.project;

import dev.hansom.score.expression.Table;
import dev.hansom.score.feature.Definition;
import dev.hansom.score.feature.Feature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads the parts of a project file that give names to expressions: tables, definitions, lookups and features.
final class NamesReader {
    private final Places places;

    NamesReader(Places places) {
        this.places = places;
    }

    List<Table> tables(Optional<Section> section) {
        List<Table> tables = new ArrayList<>();
        for (String name : section.map(Section::names).orElse(List.of())) {
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
            tables.add(new Table(name, byKey, one.text("otherwise"), one.text("source")));
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
            places.put("definition " + name, section.orElseThrow().placeOf(name));
            definitions.add(new Definition(name, section.orElseThrow().text(name)));
        }
        return definitions;
    }

    List<LookupPlan> lookups(Optional<Section> section) {
        List<LookupPlan> lookups = new ArrayList<>();
        for (String name : section.map(Section::names).orElse(List.of())) {
            Section one = section.orElseThrow().section(name);
            lookups.add(lookup(name, one));
            one.close();
        }
        return lookups;
    }

    private LookupPlan lookup(String name, Section one) {
        Statistic statistic = one.oneOf("statistic")
                .map(word -> Statistic.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Statistic.MEAN);
        String key = statistic.name().toLowerCase(Locale.ROOT);
        List<String> given = statistic == Statistic.RATIO
                ? one.optionalTexts(key)
                : one.optionalText(key).stream().toList();
        if (statistic == Statistic.RATIO && given.size() != 2) {
            one.refuse(key, given.size() + " expressions", "two: what is summed, and what it is divided by");
        }
        places.put("lookup " + name, one.placeOf(key));
        List<List<String>> levels = new ArrayList<>();
        levels.add(one.texts("by"));
        levels.addAll(one.lists("then"));
        return new LookupPlan(
                name,
                statistic,
                given.stream().findFirst().orElse("0"),
                given.size() == 2 ? Optional.of(given.get(1)) : Optional.empty(),
                one.optionalText("where"),
                levels,
                one.number("shrink"),
                one.optionalNumber("default").map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    List<Feature> features(Section section) {
        List<Feature> features = new ArrayList<>();
        for (String name : section.names()) {
            places.put("feature " + name, section.placeOf(name));
            features.add(new Feature(name, section.text(name)));
        }
        return features;
    }
}

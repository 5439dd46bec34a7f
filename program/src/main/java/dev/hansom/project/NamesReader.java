package dev.hansom.project;

import dev.hansom.score.expression.Table;
import dev.hansom.score.feature.Definition;
import dev.hansom.score.feature.Feature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        Optional<String> mean = one.optionalText("mean");
        Optional<String> median = one.optionalText("median");
        List<String> ratio = one.optionalTexts("ratio");
        int given = (mean.isPresent() ? 1 : 0) + (median.isPresent() ? 1 : 0) + (ratio.isEmpty() ? 0 : 1);
        if (given != 1) {
            one.problem(one.placeOf(""), "lookup " + name + " needs one of mean:, median: or ratio:");
        }
        if (!ratio.isEmpty() && ratio.size() != 2) {
            one.refuse("ratio", ratio.size() + " expressions", "two: what is summed, and what it is divided by");
        }
        String key = mean.isPresent() ? "mean" : median.isPresent() ? "median" : "ratio";
        places.put("lookup " + name, one.placeOf(key));
        List<List<String>> levels = new ArrayList<>();
        levels.add(one.texts("by"));
        levels.addAll(one.lists("then"));
        double shrink = one.optionalNumber("shrink").orElse(0.0);
        if (shrink < 0) {
            one.refuse("shrink", String.valueOf(shrink), "zero or more rows");
        }
        return new LookupPlan(
                name,
                mean.isPresent() ? Statistic.MEAN : median.isPresent() ? Statistic.MEDIAN : Statistic.RATIO,
                mean.or(() -> median).or(() -> ratio.stream().findFirst()).orElse("0"),
                ratio.size() == 2 ? Optional.of(ratio.get(1)) : Optional.empty(),
                one.optionalText("where"),
                levels,
                shrink,
                one.optionalNumber("default").map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    List<Feature> features(Section section) {
        List<Feature> features = new ArrayList<>();
        for (String name : section.names()) {
            places.put("feature " + name, section.placeOf(name));
            features.add(new Feature(name, section.text(name)));
        }
        if (features.isEmpty()) {
            section.problem(section.placeOf(""), "features has none; a model needs at least one");
        }
        return features;
    }
}

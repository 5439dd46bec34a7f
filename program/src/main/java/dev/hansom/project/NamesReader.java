package dev.hansom.project;

import dev.hansom.score.feature.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Reads the parts of a project file that give names to expressions: definitions and lookups.
final class NamesReader {
    private static final Pattern ROWS = Pattern.compile("\\d{1,12}(\\.\\d*)?|\\.\\d+");
    private static final Pattern SHARE = Pattern.compile("0|1|1\\.0+|0?\\.\\d+");

    private final Places places;

    NamesReader(Places places) {
        this.places = places;
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
        Measure measure = measure(name, one);
        List<List<String>> levels = new ArrayList<>();
        levels.add(one.texts("by"));
        levels.addAll(one.lists("then"));
        if (measure.statistic() == Statistic.COUNT && levels.size() > 1) {
            one.problem(
                    one.placeOf("then"), "lookup " + name + " counts: a coarser key counts something else", "no then:");
        }
        return new LookupPlan(
                name,
                measure,
                levels,
                shrink(one, measure.statistic()),
                one.whole("least"),
                one.optionalNumber("default").map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    private Measure measure(String name, Section one) {
        Statistic statistic = one.oneOf("statistic")
                .map(word -> Statistic.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Statistic.MEAN);
        String key = statistic.name().toLowerCase(Locale.ROOT);
        places.put("lookup " + name, one.placeOf(key));
        boolean pair = statistic == Statistic.RATIO || statistic == Statistic.QUANTILE;
        List<String> parts =
                pair ? one.texts(key) : one.optionalText(key).stream().toList();
        Optional<String> after = one.optionalText("after");
        if (after.isPresent() && (statistic == Statistic.RATIO || statistic == Statistic.COUNT)) {
            one.refuse("after", after.get(), "a mean, median or quantile; a ratio is divided by what came before");
        }
        Optional<String> second = parts.stream().skip(1).findFirst();
        return new Measure(
                statistic,
                parts.stream().findFirst().orElse("0"),
                statistic == Statistic.RATIO ? second : Optional.empty(),
                statistic == Statistic.QUANTILE ? share(one, second.orElse("0.5")) : 0.5,
                after,
                one.optionalText("where"));
    }

    private static double share(Section one, String text) {
        if (!SHARE.matcher(text).matches()) {
            one.refuse("quantile", text, "a share from 0 to 1 behind the expression, for example [minutes, 0.9]");
            return 0.5;
        }
        return Double.parseDouble(text);
    }

    private static OptionalDouble shrink(Section one, Statistic statistic) {
        String given = one.text("shrink");
        if (statistic == Statistic.COUNT && one.has("shrink")) {
            one.refuse("shrink", given, "nothing: counts are not shrunk");
            return OptionalDouble.of(0);
        }
        if (given.equals("auto")) {
            return OptionalDouble.empty();
        }
        if (!ROWS.matcher(given).matches()) {
            one.refuse("shrink", given, NameKeys.SHRINK.what());
            return OptionalDouble.of(0);
        }
        return OptionalDouble.of(Double.parseDouble(given));
    }
}

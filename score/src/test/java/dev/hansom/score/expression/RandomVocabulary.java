package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import dev.hansom.score.feature.BoundLookup;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Lookup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Random definitions, lookups and features over [Rows#SCHEMA] that use one another: in a random expression a column is
/// often replaced by an earlier name of its type.
final class RandomVocabulary {
    private static final Pattern COLUMN =
            Pattern.compile("\\b(miles|fare|PULocationID|DOLocationID|pickup|dropoff|day|flag|word|night)\\b(?!\\()");

    private final Random random;
    private final RandomExpressions texts;
    private final Columns columns;
    private final Map<Type, List<String>> names = new HashMap<>();
    private final List<Feature> features = new ArrayList<>();
    private Scope scope = Rows.SCOPE;

    RandomVocabulary(Random random, Columns columns) {
        this.random = random;
        this.texts = new RandomExpressions(random);
        this.columns = columns;
        for (int i = 0; i < 12; i++) {
            define("d" + i);
        }
        for (int i = 0; i < 6; i++) {
            learn("l" + i);
        }
        for (int i = 0; i < 12; i++) {
            feature("f" + i);
        }
    }

    /// Tables, definitions and lookups.
    Scope scope() {
        return scope;
    }

    List<Feature> features() {
        return features;
    }

    private void define(String name) {
        Expression expression = Expression.compile(expression(), scope);
        scope = scope.with(name, expression);
        known(expression.type(), name);
    }

    private void learn(String name) {
        List<Lookup.Level> levels = new ArrayList<>();
        for (int level = 0; level < 1 + random.nextInt(3); level++) {
            List<String> keys = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                keys.add(key());
            }
            levels.add(new Lookup.Level(keys, cells(keys)));
        }
        Lookup lookup = new Lookup(name, "mean", random.nextInt(5), levels, random.nextInt(4) == 0 ? Double.NaN : 9.25);
        scope = scope.with(name, new BoundLookup(lookup, scope));
        known(Type.DOUBLE, name);
    }

    /// Keys of rows that there are, each once.
    private List<Lookup.Cell> cells(List<String> keys) {
        Map<List<Object>, Lookup.Cell> cells = new LinkedHashMap<>();
        for (int row = 0; row < columns.size(); row += 2) {
            int at = row;
            List<Object> key = new ArrayList<>();
            for (String text : keys) {
                Expression part = Expression.compile(text, scope);
                key.add(part.type() == Type.STRING ? part.string(columns, at) : whole(part.integer(columns, at)));
            }
            cells.put(key, new Lookup.Cell(key, 1 + random.nextInt(9), random.nextGaussian()));
        }
        return List.copyOf(cells.values());
    }

    private static Object whole(long value) {
        return value == Columns.NULL ? null : (Long) value;
    }

    private String key() {
        List<String> all =
                new ArrayList<>(List.of("PULocationID", "DOLocationID", "flag", "day", "night", "hour(pickup)"));
        names.forEach((type, some) -> {
            if (type != Type.DOUBLE) {
                all.addAll(some);
            }
        });
        return pick(all);
    }

    private void feature(String name) {
        String text = expression();
        Expression expression = Expression.compile(text, withFeatures());
        while (expression.type() == Type.STRING || expression.type() == Type.TIMESTAMP) {
            text = expression();
            expression = Expression.compile(text, withFeatures());
        }
        features.add(new Feature(name, text));
        known(expression.type(), name);
    }

    private Scope withFeatures() {
        Scope wider = scope;
        for (Feature feature : features) {
            wider = wider.with(feature.name(), Expression.compile(feature.expression(), wider));
        }
        return wider;
    }

    private void known(Type type, String name) {
        names.computeIfAbsent(type, any -> new ArrayList<>()).add(name);
    }

    private String expression() {
        String text = random.nextInt(6) == 0 ? alias() : texts.next();
        Matcher found = COLUMN.matcher(text);
        return found.replaceAll(match -> Matcher.quoteReplacement(
                text.charAt(Math.max(0, match.start() - 1)) == '\'' ? match.group() : renamed(match.group())));
    }

    private String alias() {
        return pick(names.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toCollection(() -> new ArrayList<>(List.of("miles")))));
    }

    private String renamed(String column) {
        List<String> some = names.getOrDefault(Rows.SCHEMA.type(Rows.SCHEMA.index(column)), List.of());
        return some.isEmpty() || random.nextInt(3) == 0 ? column : pick(some);
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Override
    public String toString() {
        return Arrays.asList(scope.names().keySet(), features).toString();
    }
}

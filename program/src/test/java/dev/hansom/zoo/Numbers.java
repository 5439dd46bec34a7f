package dev.hansom.zoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/// Tables without a time whose target is a number.
final class Numbers {
    private static final String HOUSES = """
            name: houses
            target: {name: value, expression: price, unit: thousand euro}
            decide:
              metric: mae
              margin: 5
              reason: less is not worth a model
              trusted: {size: it is in the deed, usual: made of size and past sales}
            data: {files: table.csv}
            fields:
              size: double
              rooms: int64
              kind: string
              age: int64
              price: {type: double, known: outcome}
            lookups:
              a_metre: {ratio: [value, size], by: [kind], shrink: 10}
            rule: {expression: a_metre * size, reason: what a broker says}
            features: {size: size, rooms: rooms, age: age, a_metre: a_metre, usual: a_metre * size}
            """;

    private Numbers() {}

    static List<Animal> all() {
        return List.of(
                new Animal("houses", houses(1500, 1, Numbers::price), HOUSES, Set.of("ML")),
                new Animal("few_houses", houses(200, 2, Numbers::price), HOUSES, Set.of("ML", "NOT_ENOUGH_DATA")),
                new Animal("forty_houses", houses(40, 3, Numbers::price), HOUSES, Set.of("NOT_ENOUGH_DATA")),
                new Animal(
                        "houses_that_follow_the_rule",
                        houses(1500, 4, house -> 2.5 * house.size * (1 + 0.05 * house.random.nextGaussian())),
                        HOUSES,
                        Set.of("RULE")),
                new Animal(
                        "noise",
                        houses(1500, 5, house -> 100 + 40 * house.random.nextGaussian()),
                        HOUSES.replace("a_metre * size, reason", "100.0, reason"),
                        Set.of("RULE", "NOT_ENOUGH_DATA")),
                new Animal(
                        "heavy_tail",
                        houses(1500, 6, house -> price(house) / Math.pow(house.random.nextDouble(), 1.2)),
                        HOUSES,
                        Set.of("ML", "RULE", "NOT_ENOUGH_DATA")),
                new Animal("constant", houses(300, 7, house -> 100.0), HOUSES, Set.of("DESIGN_INVALID")),
                new Animal(
                        "leak",
                        houses(600, 8, Numbers::price),
                        HOUSES.replace(
                                "  price: {type: double, known: outcome}",
                                "  tax: {type: double, column: price}\n  price: {type: double, known: outcome}"),
                        Set.of("DESIGN_INVALID")));
    }

    /// A house in the making; `random` is for its price.
    record House(double size, int rooms, String kind, int age, Random random) {}

    private static double price(House house) {
        double base = switch (house.kind) {
            case "flat" -> 40;
            case "villa" -> 200;
            default -> 90;
        };
        return base
                + 2 * house.size
                + 0.004 * house.size * house.size
                + 8 * house.rooms
                - 0.6 * house.age
                + 8 * house.random.nextGaussian();
    }

    static List<String> houses(int count, long seed, Function<House, Double> price) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        lines.add("size,rooms,kind,age,price");
        for (int i = 0; i < count; i++) {
            double size = Math.rint(10 * (30 + 170 * random.nextDouble())) / 10;
            int rooms = Math.max(1, (int) Math.rint(size / 25 + random.nextGaussian()));
            String kind = List.of("flat", "house", "villa").get(random.nextInt(3));
            House house = new House(size, rooms, kind, random.nextInt(100), random);
            lines.add(
                    String.format(Locale.ROOT, "%.1f,%d,%s,%d,%.2f", size, rooms, kind, house.age, price.apply(house)));
        }
        return lines;
    }
}

package dev.hansom.zoo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/// Tables with a time, all of it in one file.
final class Times {
    private static final String DEMAND = """
            name: demand
            target: {name: sold, expression: pieces, unit: pieces}
            time: at
            decide: {metric: mae, margin: 1, reason: less is not worth a model}
            data: {files: table.csv}
            fields:
              at: timestamp
              shop: string
              price: double
              pieces: {type: double, known: outcome}
            lookups:
              usual: {mean: sold, by: [shop], shrink: 10}
            rule: {expression: usual, reason: what the shop sells}
            features: {usual: usual, price: price, weekday: dayofweek(at), hour: hour(at)}
            """;

    private Times() {}

    static List<Animal> all() {
        return List.of(
                new Animal("a_year", demand("2023-01-01", 365, 4, 1, day -> true), DEMAND, Set.of("ML")),
                new Animal(
                        "a_year_of_missing_months",
                        demand("2023-01-01", 365, 6, 2, day -> day.getMonthValue() < 4 || day.getMonthValue() > 9),
                        DEMAND,
                        Set.of("ML")),
                new Animal(
                        "ten_weeks",
                        demand("2023-01-02", 70, 12, 3, day -> true),
                        DEMAND.replace("table.csv}", "table.csv, each: week, validate: 4}"),
                        Set.of("NOT_ENOUGH_DATA", "ML")),
                new Animal(
                        "ten_days",
                        demand("2023-01-02", 10, 80, 4, day -> true),
                        DEMAND.replace("table.csv}", "table.csv, each: day}"),
                        Set.of("NOT_ENOUGH_DATA", "RULE")),
                new Animal(
                        "six_years",
                        demand("2016-01-01", 2190, 1, 5, day -> true),
                        DEMAND.replace("table.csv}", "table.csv, each: year}"),
                        Set.of("ML")),
                new Animal("one_month", demand("2023-01-01", 31, 20, 6, day -> true), DEMAND, Set.of("DATA_TOO_SMALL")),
                new Animal(
                        "new_shops_only",
                        demand("2023-01-01", 180, 10, 7, day -> true),
                        DEMAND + "split: {by: time, group: shop}\n",
                        Set.of("NOT_ENOUGH_DATA")));
    }

    private static List<String> demand(String first, int days, int rows, long seed, Predicate<LocalDate> open) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        lines.add("at,shop,price,pieces");
        for (int day = 0; day < days; day++) {
            LocalDate date = LocalDate.parse(first).plusDays(day);
            for (int i = 0; i < rows && open.test(date); i++) {
                LocalDateTime at = date.atTime(8 + random.nextInt(12), random.nextInt(60));
                int shop = random.nextInt(8);
                double price = 1 + random.nextInt(40) / 10.0;
                double weekend = date.getDayOfWeek().getValue() > 5 ? 14 : 0;
                double sold = 20 + 3 * shop - 4 * price + weekend + at.getHour() / 2.0 + 2 * random.nextGaussian();
                lines.add(String.format(Locale.ROOT, "%s,s%d,%.1f,%.1f", at, shop, price, sold));
            }
        }
        java.util.Collections.shuffle(lines.subList(1, lines.size()), random);
        return lines;
    }
}

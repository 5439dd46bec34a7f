package dev.hansom.zoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Tables that are written or shaped otherwise than one hopes for.
final class Oddities {
    private static final int WIDE = 1000;

    private Oddities() {}

    static List<Animal> all() {
        return List.of(
                new Animal("wide", wide(), wideProject(), Set.of("ML", "RULE", "NOT_ENOUGH_DATA")),
                new Animal("spreadsheet", spreadsheet(), SPREADSHEET, Set.of("ML")),
                new Animal("texts", texts(), TEXTS, Set.of("ML")),
                new Animal("empty_columns", emptyColumns(), EMPTY, Set.of("ML")),
                new Animal("every_row_twice", twice(), TWICE, Set.of("RULE", "NOT_ENOUGH_DATA")));
    }

    private static List<String> wide() {
        Random random = new Random(11);
        List<String> lines = new ArrayList<>();
        lines.add(IntStream.range(0, WIDE).mapToObj(i -> "x" + i).collect(Collectors.joining(",")) + ",y");
        for (int row = 0; row < 300; row++) {
            double[] x =
                    random.doubles(WIDE).map(value -> Math.rint(100 * value)).toArray();
            double y = x[3] + x[500] - x[999] + 10 * random.nextGaussian();
            lines.add(IntStream.range(0, WIDE)
                            .mapToObj(i -> String.valueOf((int) x[i]))
                            .collect(Collectors.joining(","))
                    + String.format(Locale.ROOT, ",%.1f", y));
        }
        return lines;
    }

    private static String wideProject() {
        String names =
                IntStream.range(0, WIDE).mapToObj(i -> "  x" + i + ": int64\n").collect(Collectors.joining());
        String features = IntStream.range(0, WIDE)
                .mapToObj(i -> "  f" + i + ": x" + i + "\n")
                .collect(Collectors.joining());
        return """
                name: wide
                target: {name: target, expression: y}
                decide: {metric: mae, margin: 1, reason: less is not worth a model}
                data: {files: table.csv}
                rule: {expression: x3 * 0.5 + 25, reason: a guess}
                learner: {parameters: {rounds: 20, max_depth: 3}}
                fields:
                  y: {type: double, known: outcome}
                """ + names + "features:\n" + features;
    }

    private static final String SPREADSHEET = """
            name: bread
            target: {name: taken, expression: minutes, unit: minutes}
            decide: {metric: mse, margin: 1, reason: less is not worth a model}
            data: {files: table.csv}
            fields:
              weight: {type: double, column: "Gewicht (kg)"}
              heat: {type: double, column: Hitze}
              minutes: {type: double, column: Dauer, known: outcome}
            rule: {expression: 40.0, reason: it always takes so long}
            features: {weight: weight, heat: heat}
            """;

    private static List<String> spreadsheet() {
        Random random = new Random(12);
        List<String> lines = new ArrayList<>();
        lines.add("\uFEFFNr;Gewicht (kg);Hitze;Dauer;Bäcker");
        for (int i = 0; i < 800; i++) {
            double weight = 0.2 + 2 * random.nextDouble();
            double heat = 180 + 60 * random.nextDouble();
            double minutes = 20 + 15 * weight - 0.1 * (heat - 180) + random.nextGaussian();
            lines.add(String.format(Locale.GERMANY, "%d;%.3f;%.1f;%.2f;Jürgen", i, weight, heat, minutes));
        }
        return lines;
    }

    private static final String TEXTS = """
            name: tickets
            target: {name: hours, expression: took, unit: hours}
            decide:
              metric: mae
              margin: 0.5
              reason: less is not worth a model
              trusted: {team: it is known who is asked, team_hours: past hours alone}
            data: {files: table.csv}
            fields:
              title: string
              team: {type: string, column: "The \\"team\\""}
              took: {type: double, known: outcome}
            lookups:
              team_hours: {mean: hours, by: [team], shrink: 5}
            rule: {expression: 20.0, reason: a working week and a half}
            features: {team_hours: team_hours, length: length(title), urgent: "CASE WHEN title LIKE '%urgent%' THEN 1 ELSE 0 END"}
            """;

    private static List<String> texts() {
        Random random = new Random(13);
        List<String> teams = List.of("a, b", "the \"\"old\"\" one", "two\nlines", "übrige", "  ");
        List<String> lines = new ArrayList<>();
        lines.add("title,\"The \"\"team\"\"\",took");
        for (int i = 0; i < 900; i++) {
            int team = random.nextInt(teams.size());
            boolean urgent = random.nextInt(3) == 0;
            double took = 5 + 8 * team - (urgent ? 4 : 0) + 2 * random.nextDouble();
            lines.add("\"" + "it's broken; ".repeat(random.nextInt(4)) + (urgent ? "urgent\n" : "") + "\",\""
                    + teams.get(team) + "\"," + String.format(Locale.ROOT, "%.2f", took));
        }
        return lines;
    }

    private static final String EMPTY = """
            name: gaps
            target: {name: target, expression: y}
            decide: {metric: mae, margin: 0.1, reason: less is not worth a model}
            data: {files: table.csv}
            fields:
              x: double
              nothing: double
              no_text: string
              seldom: double
              y: {type: double, known: outcome}
            lookups:
              by_nothing: {mean: target, by: [no_text]}
            rule: {expression: 5.0, reason: a guess}
            features: {x: x, nothing: nothing, by_nothing: by_nothing, seldom: seldom}
            """;

    private static List<String> emptyColumns() {
        Random random = new Random(14);
        List<String> lines = new ArrayList<>();
        lines.add("x,nothing,no_text,seldom,y");
        for (int i = 0; i < 600; i++) {
            int x = random.nextInt(11);
            lines.add((random.nextInt(10) == 0 ? "" : String.valueOf(x)) + ",,," + (i % 97 == 0 ? "1" : "") + ","
                    + (random.nextInt(20) == 0 ? "" : String.valueOf(x + random.nextInt(3))));
        }
        return lines;
    }

    private static final String TWICE = """
            name: twins
            target: {name: target, expression: y}
            decide: {metric: mae, margin: 0.1, reason: less is not worth a model}
            data: {files: table.csv}
            fields:
              x: double
              y: {type: double, known: outcome}
            rule: {expression: 0.5, reason: the middle}
            features: {x: x}
            """;

    /// Noise, each row twice: a split that parts the twins sees a model that is good.
    private static List<String> twice() {
        Random random = new Random(15);
        List<String> lines = new ArrayList<>();
        lines.add("x,y");
        for (int i = 0; i < 600; i++) {
            String line = random.nextDouble() + "," + random.nextDouble();
            lines.add(line);
            lines.add(line);
        }
        return lines;
    }
}

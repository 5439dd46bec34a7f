package dev.hansom.learn;

import dev.hansom.project.Project;
import dev.hansom.project.ProjectReader;
import dev.hansom.score.Columns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// A small project for tests of what is learned: an hourly row of a colour, a size, two shops and how far they are
/// apart.
final class Shop {
    private static final String HEAD = """
            name: shop
            target: {name: y, expression: sold}
            time: at
            data: {files: "none.csv"}
            fields:
              at: timestamp
              colour: string
              size: int64
              from_shop: int64
              to_shop: int64
              price: {type: double, monotone: %s}
              empty: double
              sold: {type: double, known: outcome}
              miles: {type: double, known: outcome}
            rule: {expression: size, reason: larger ones sell}
            """;
    private static final String[] COLOURS = {"red", "green", "blue", "grey", "pink"};

    private Shop() {}

    /// The project with these lines more; `features:` is among them.
    static Project project(Path folder, String lines) {
        return write(folder, HEAD.replace(", monotone: %s", "") + lines);
    }

    /// The same with a promise on the price.
    static Project promising(Path folder, String direction, String lines) {
        return write(folder, HEAD.formatted(direction) + lines);
    }

    private static Project write(Path folder, String text) {
        try {
            return ProjectReader.read(Files.writeString(folder.resolve("hansom.yaml"), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Labelled rows: red sells more, dear sells less, but the noise is large.
    static Columns rows(Project project, int count, long seed) {
        Random random = new Random(seed);
        Columns rows = new Columns(project.labelledSchema(), count);
        for (int i = 0; i < count; i++) {
            int row = rows.append();
            int colour = (int) (COLOURS.length * random.nextDouble() * random.nextDouble());
            long from = random.nextInt(12);
            long to = random.nextInt(12);
            double price = 1 + 9 * random.nextDouble();
            double sold = 20 + (colour == 0 ? 5 : 0) - price + 4 * random.nextGaussian();
            set(rows, row, "at", i * 3_600_000_000L);
            rows.set(index(rows, "colour"), row, random.nextInt(20) == 0 ? null : COLOURS[colour]);
            set(rows, row, "size", 1 + random.nextInt(4));
            set(rows, row, "from_shop", from);
            set(rows, row, "to_shop", to);
            set(rows, row, "price", price);
            set(rows, row, "sold", sold);
            set(rows, row, "miles", 1 + 3.0 * Math.abs(from - to) * (0.9 + 0.2 * random.nextDouble()));
            set(rows, row, "y", sold);
        }
        return rows;
    }

    static int index(Columns rows, String name) {
        return rows.schema().index(name);
    }

    static void set(Columns rows, int row, String name, double value) {
        rows.set(index(rows, name), row, value);
    }

    static void set(Columns rows, int row, String name, long value) {
        rows.set(index(rows, name), row, value);
    }
}

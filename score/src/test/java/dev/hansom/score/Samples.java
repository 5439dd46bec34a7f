package dev.hansom.score;

import dev.hansom.score.expression.Table;
import dev.hansom.score.feature.Definition;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Lookup;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.Formula;
import dev.hansom.score.kernel.Kernel;
import dev.hansom.score.kernel.Linear;
import dev.hansom.score.kernel.Link;
import dev.hansom.score.kernel.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Small models that tests share: rides from zone to zone.
public final class Samples {
    public static final Schema SCHEMA = new Schema(List.of(
            new Schema.Column("at", Type.TIMESTAMP),
            new Schema.Column("from", Type.INT64),
            new Schema.Column("to", Type.INT64),
            new Schema.Column("miles", Type.DOUBLE),
            new Schema.Column("flag", Type.STRING),
            new Schema.Column("shared", Type.BOOLEAN),
            new Schema.Column("day", Type.DATE)));

    private Samples() {}

    public static Model rule() {
        return new Model(signature("miles < 100"), vocabulary(), List.of(), new Formula("pair * 2 + miles"), facts());
    }

    public static Model linear() {
        return model(new Linear(1.5, new double[] {2, 0.25, -1, 3}, new double[] {1, 2, 3, 4}));
    }

    public static Model forest() {
        Tree deep = new Tree(new int[] {0, 3, -1, -1, 6, -1, -1}, new float[] {4.5f, 12, 0.75f, -2, 0.5f, 8, 16});
        Tree leaf = new Tree(new int[] {-1}, new float[] {0.125f});
        return model(new Forest(4, 17.8f, Link.IDENTITY, List.of(deep, leaf, deep)));
    }

    public static Model model(Kernel kernel) {
        return new Model(
                signature("true"),
                vocabulary(),
                List.of(
                        new Feature("pair", "pair"),
                        new Feature("hour", "hour"),
                        new Feature("miles", "miles"),
                        new Feature("shared", "shared")),
                kernel,
                facts());
    }

    /// Features that share a lookup, a definition, and one another.
    public static Model shared() {
        return new Model(
                signature("true"),
                vocabulary(),
                List.of(
                        new Feature("pair", "pair"),
                        new Feature("slow", "pair * (1 + hour / 24)"),
                        new Feature("hour", "hour"),
                        new Feature("late", "CASE WHEN hour > slow THEN slow ELSE hour(at) + hour(at) END")),
                new Linear(1.5, new double[] {2, 0.25, -1, 3}, new double[] {1, 2, 3, 4}),
                facts());
    }

    public static Signature signature(String keep) {
        return new Signature("rides", SCHEMA, "at", "America/New_York", keep, "minutes", "minutes");
    }

    public static Vocabulary vocabulary() {
        Lookup pair = new Lookup(
                "pair",
                "mean of minutes",
                20,
                List.of(
                        new Lookup.Level(
                                List.of("from", "to", "flag"),
                                List.of(
                                        new Lookup.Cell(List.of(1L, 2L, "é"), 5, 3.25),
                                        new Lookup.Cell(Arrays.asList(1L, null, null), 6, 4.5))),
                        new Lookup.Level(List.of("part"), List.of(new Lookup.Cell(List.of("north"), 50, 6)))),
                9.75);
        return new Vocabulary(
                List.of(new Table("borough", Map.of(1L, "north", 2L, "south", -3L, "west"), "none", "a list")),
                List.of(new Definition("hour", "hour(at)"), new Definition("part", "borough(from)")),
                List.of(pair));
    }

    private static Provenance facts() {
        return new Provenance(Map.of("seed", "7", "code", "abc", "data", "sha256:00"));
    }
}

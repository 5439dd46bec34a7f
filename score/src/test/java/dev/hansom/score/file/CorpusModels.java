package dev.hansom.score.file;

import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Provenance;
import dev.hansom.score.Samples;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.Formula;
import dev.hansom.score.kernel.Link;
import dev.hansom.score.kernel.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Writes a folder of the corpus: small seeded models of every kind with rows, those that no older folder holds byte
/// for byte. Run once for each change of what is written.
final class CorpusModels {
    private CorpusModels() {}

    /// The folder to write, for example `score/src/test/resources/corpus/1`; it must be new.
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectory(Path.of(arguments[0]));
        Set<String> held = held(folder.getParent());
        for (Map.Entry<String, Model> model : all().entrySet()) {
            if (!held.contains(model.getValue().fingerprint())) {
                CorpusFile.write(folder, model.getKey(), model.getValue(), rows(60));
            }
        }
    }

    /// The fingerprints of all models of a corpus.
    static Set<String> held(Path corpus) throws IOException {
        Set<String> held = new HashSet<>();
        try (var folders = Files.list(corpus)) {
            for (Path folder : folders.toList()) {
                for (CorpusFile file : CorpusFile.all(folder)) {
                    held.add("sha256:" + ModelFile.sum(Files.readAllBytes(file.model())));
                }
            }
        }
        return held;
    }

    static Map<String, Model> all() {
        Map<String, Model> all = new LinkedHashMap<>();
        all.put("rule", Samples.rule());
        all.put("rule-language", language());
        all.put("linear", Samples.linear());
        all.put("forest", Samples.forest());
        all.put("forest-many", forest(Link.IDENTITY));
        all.put("forest-logistic", forest(Link.LOGISTIC));
        all.put("forest-none", Samples.model(new Forest(4, 2.5f, Link.IDENTITY, List.of())));
        all.putAll(CorpusSections.all());
        all.putAll(CorpusForests.all());
        return all;
    }

    /// Rows over [Samples#SCHEMA]; every value is missing now and then.
    static Columns rows(int count) {
        Random random = new Random(2021);
        Columns rows = new Columns(Samples.SCHEMA, count);
        for (int i = 0; i < count; i++) {
            int row = rows.append();
            for (int column = 0; column < rows.schema().size(); column++) {
                if (random.nextInt(6) > 0) {
                    fill(rows, column, row, random);
                }
            }
        }
        return rows;
    }

    private static void fill(Columns rows, int column, int row, Random random) {
        switch (rows.schema().type(column)) {
            case DOUBLE -> rows.set(column, row, random.nextInt(4) == 0 ? 4.5 : random.nextGaussian() * 20);
            case INT64 -> rows.set(column, row, random.nextInt(5) - 1L);
            case STRING -> rows.set(column, row, List.of("é", "N", "", "Ñ🤦").get(random.nextInt(4)));
            case TIMESTAMP -> rows.set(column, row, (random.nextInt() & 0xffffffffL) * 1_000_000L - 1_000_000_000_000L);
            case DATE -> rows.set(column, row, random.nextInt(30_000) - 5_000L);
            case BOOLEAN -> rows.set(column, row, random.nextInt(2));
        }
    }

    private static Model language() {
        String formula = "CASE WHEN flag LIKE 'é%' OR lower(flag) = 'n' THEN pair * 2"
                + " WHEN shared AND miles BETWEEN -10 AND 10 THEN round(miles, 1) / 3"
                + " WHEN \"from\" IN (1, 2, NULL) THEN dayofweek(at) * 24 + hour + minute(at) % 7"
                + " ELSE coalesce(sqrt(miles), greatest(\"from\", \"to\") // 2, length(flag)"
                + " + date_diff('day', day, DATE '2021-03-01')) END";
        return new Model(
                Samples.signature("miles < 100 AND \"from\" IS NOT NULL"),
                Samples.vocabulary(),
                List.of(),
                new Formula(formula),
                new Provenance(Map.of()));
    }

    private static Model forest(Link link) {
        Random random = new Random(link.ordinal());
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            trees.add(tree(random, i % 3 == 0 ? 40 : i));
        }
        Model sample = Samples.forest();
        return new Model(
                Samples.signature("true"),
                Samples.vocabulary(),
                List.of(
                        new Feature("pair", "pair"),
                        new Feature("hour", "hour"),
                        new Feature("miles", "miles"),
                        new Feature("shared", "shared"),
                        new Feature("day", "day"),
                        new Feature("far", "miles > 3 AND part = 'north'")),
                new Forest(6, -0.25f, link, trees),
                sample.provenance());
    }

    private static Tree tree(Random random, int splits) {
        int[] nodes = new int[2 * splits + 1];
        float[] values = new float[nodes.length];
        int open = 1;
        int left = splits;
        for (int i = 0; i < nodes.length; i++) {
            boolean split = left > 0 && (open == 1 || random.nextInt(3) > 0);
            left -= split ? 1 : 0;
            open += split ? 1 : -1;
            nodes[i] = split ? random.nextInt(12) : -1;
            values[i] = split ? random.nextInt(40) - 10 + random.nextInt(2) * 0.5f : (float) random.nextGaussian();
        }
        return new Tree(nodes, values);
    }
}

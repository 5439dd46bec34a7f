package dev.hansom.score.file;

import dev.hansom.score.Model;
import dev.hansom.score.Provenance;
import dev.hansom.score.Range;
import dev.hansom.score.Samples;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Table;
import dev.hansom.score.feature.Definition;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.kernel.Formula;
import dev.hansom.score.kernel.Kernel;
import dev.hansom.score.kernel.Linear;
import dev.hansom.score.kernel.Logistic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Models with the sections that stand in a file only where they are needed, and the kernels that are no forest.
final class CorpusSections {
    private static final Range HELD = new Range(-2.5, 30);

    private CorpusSections() {}

    static Map<String, Model> all() {
        Map<String, Model> all = new LinkedHashMap<>();
        all.put("logistic", Samples.model(new Logistic(weights())));
        all.put("range", held(weights(), HELD));
        all.put("range-least", held(weights(), new Range(3, Double.POSITIVE_INFINITY)));
        all.put("range-most", held(weights(), new Range(Double.NEGATIVE_INFINITY, 3)));
        all.put("range-forest", held(Samples.forest().kernel(), HELD));
        all.put("tables", tables());
        return all;
    }

    private static Linear weights() {
        return new Linear(-1.25, new double[] {0.5, -0.0625, 0.03, 2}, new double[] {6, 11.5, 0, 1});
    }

    private static Model held(Kernel kernel, Range range) {
        Model of = Samples.model(kernel);
        return new Model(of.signature(), of.vocabulary(), of.features(), kernel, of.provenance(), range);
    }

    /// Tables of every pair of types, with an answer for unlisted keys and without, beside a plain one and a lookup.
    private static Model tables() {
        Vocabulary sample = Samples.vocabulary();
        List<Table> tables = new ArrayList<>(sample.tables());
        tables.add(new Table("height", Type.INT64, Type.DOUBLE, Map.of(1L, 2.5, -3L, 1e-9, 0L, -0.0), null, "a list"));
        tables.add(new Table("width", Type.INT64, Type.DOUBLE, Map.of(), -1.5, "an empty list"));
        tables.add(new Table("rank", Type.STRING, Type.DOUBLE, Map.of("N", 1.0, "é", 2.0, "", 3.0), 0.5, "ä list"));
        tables.add(new Table("tongue", Type.STRING, Type.STRING, Map.of("N", "Ñ🤦"), "", ""));
        List<Definition> definitions = new ArrayList<>(sample.definitions());
        definitions.add(new Definition("said", "rank(tongue(flag))"));
        return new Model(
                Samples.signature("true"),
                new Vocabulary(tables, definitions, sample.lookups()),
                List.of(),
                new Formula("coalesce(height(\"from\"), width(\"to\")) + rank(flag) * 2 + said + coalesce(pair, 0)"),
                new Provenance(Map.of()),
                HELD);
    }
}

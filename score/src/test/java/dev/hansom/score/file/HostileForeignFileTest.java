package dev.hansom.score.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.score.Columns;
import dev.hansom.score.ForeignModel;
import dev.hansom.score.Scorer;
import dev.hansom.score.Type;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The oracles' own files, damaged: each refuses in a [ModelFormatException], or is a model that answers any row
/// without an exception, and takes no more of the heap than its bytes give reason to.
class HostileForeignFileTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    /// A model is larger in memory than in its file. Beyond that, a booster may say that it has a million columns
    /// and use few of them.
    private static final int TIMES = 200;
    /// The same of what is packed.
    private static final int PACKED = 1500;

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "lightgbm", "skops"})
    @Timeout(300)
    void aDamagedFileRefusesOrAnswers(String library) throws IOException {
        assertThat(mutations(library, 11, 1500)).isBetween(1, 1499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "lightgbm", "skops"})
    @Tag("slow")
    void manyMoreOfThem(String library) throws IOException {
        assertThat(mutations(library, 12, 60_000)).isPositive();
    }

    /// How many of so many damaged files are models still.
    private static int mutations(String library, long seed, int count) throws IOException {
        Mutant mutant = new Mutant(seed);
        Random random = new Random(seed);
        List<Path> files = files(library);
        int models = 0;
        for (int i = 0; i < count; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] whole = Files.readAllBytes(file);
            byte[] damaged = switch (file.toString().replaceAll(".*\\.", "")) {
                case "skops" -> mutant.zip(whole);
                case "ubj" -> mutant.bytes(whole);
                default -> mutant.text(whole);
            };
            models += answersOrRefuses(damaged, file + ", damage " + i + " of seed " + seed) ? 1 : 0;
        }
        return models;
    }

    private static List<Path> files(String library) throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(
                            file -> file.toString().matches(".*/" + library + ".*\\.(json|ubj|txt)|.*\\." + library))
                    .filter(file -> !file.endsWith("versions.txt"))
                    .filter(HostileForeignFileTest::isSmall)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isSmall(Path file) {
        try {
            return Files.size(file) < 60_000;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean answersOrRefuses(byte[] bytes, String where) {
        Scorer[] read = new Scorer[1];
        boolean model = Allocation.bounded(
                bytes,
                bytes.length > 0 && bytes[0] == 'P' ? PACKED : TIMES,
                where,
                () -> read[0] = ModelReader.read(bytes));
        if (model && read[0].schema().size() < 5000 && read[0].outputs() < 5000) {
            answers((ForeignModel) read[0], where);
        }
        return model;
    }

    private static void answers(ForeignModel model, String where) {
        try {
            Columns rows = rows(model);
            double[] all = model.scores(rows);
            double[] one = new double[model.outputs()];
            for (int row = 0; row < rows.size(); row++) {
                model.scores(rows, row, one, 0);
                for (int i = 0; i < one.length; i++) {
                    if (Double.compare(one[i] + 0.0, all[row * one.length + i] + 0.0) != 0) {
                        throw new AssertionError(one[i] + " alone, " + all[row * one.length + i] + " in a block");
                    }
                }
            }
        } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(where + ": " + e, e);
        }
    }

    private static Columns rows(ForeignModel model) {
        Random random = new Random(3);
        Columns rows = new Columns(model.schema(), 12);
        for (int i = 0; i < 12; i++) {
            int row = rows.append();
            for (int column = 0; column < rows.schema().size(); column++) {
                if (rows.schema().type(column) == Type.STRING) {
                    rows.set(column, row, random.nextBoolean() ? null : "zone " + random.nextInt(4));
                } else {
                    double[] odd = {Double.NaN, 0, -1, 3, 1e300, -1e300, Double.POSITIVE_INFINITY, 0.5};
                    rows.set(column, row, odd[random.nextInt(odd.length)]);
                }
            }
        }
        return rows;
    }

    @Test
    @Timeout(60)
    void objectsInsideThemselvesRefuse() {
        String search = node("GridSearchCV", "sklearn.model_selection._search", 1, "\"best_estimator_\": " + cached(1));
        refused(search, "none inside itself");
        String attributes =
                "{\"__class__\": \"Ridge\", \"__module__\": \"sklearn.linear_model._ridge\", \"__loader__\":"
                        + " \"ObjectNode\", \"__id__\": 1, \"content\": {\"__loader__\": \"CachedNode\", \"__id__\": 1}}";
        refused(attributes, "skops model");
        String twice = node("FeatureUnion", "sklearn.pipeline", 39, "\"transformer_list\": " + list());
        for (int i = 38; i >= 0; i--) {
            String both = list(pair("a", twice), pair("b", cached(i + 1)));
            twice = node(
                    "FeatureUnion",
                    "sklearn.pipeline",
                    i,
                    "\"n_features_in_\": " + json("2") + ", \"transformer_list\": " + both);
        }
        String ridge = node("Ridge", "sklearn.linear_model._ridge", 99, "\"n_features_in_\": " + json("2"));
        refused(
                node("Pipeline", "sklearn.pipeline", 100, "\"steps\": " + list(pair("u", twice), pair("r", ridge))),
                "again and again");
    }

    @Test
    void claimsOfManyThingsRefuse() {
        String wide = "\"n_features_in_\": " + json("2000000000");
        refused(node("Ridge", "sklearn.linear_model._ridge", 1, wide), "2000000000 columns without names");
        String forest = "\"n_features_in_\": " + json("2") + ", \"n_outputs_\": " + json("2000000000")
                + ", \"estimators_\": " + list();
        refused(node("RandomForestRegressor", "sklearn.ensemble._forest", 1, forest), "0 trees of 2000000000 outputs");
        String powers = node(
                "PolynomialFeatures",
                "sklearn.preprocessing._polynomial",
                1,
                "\"n_features_in_\": " + json("100") + ", \"interaction_only\": " + json("false")
                        + ", \"include_bias\": " + json("true") + ", \"degree\": " + json("20"));
        String ridge = node("Ridge", "sklearn.linear_model._ridge", 2, "\"n_features_in_\": " + json("2"));
        String pipeline =
                node("Pipeline", "sklearn.pipeline", 3, "\"steps\": " + list(pair("p", powers), pair("r", ridge)));
        refused(pipeline, "PolynomialFeatures of more columns");
        refused(pipeline.replace("\"20\"", "\"2000000000\""), "PolynomialFeatures of degree 2000000000");
    }

    @Test
    void anArrayOfNothingManyTimesRefuses() {
        String header = "{'descr': '<U0', 'fortran_order': False, 'shape': (2000000000,), }";
        byte[] bytes = ("\223NUMPY\1\0" + (char) header.length() + "\0" + header).getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Npy.read("x", bytes)).isInstanceOf(ModelFormatException.class);
    }

    @Test
    void boostersInsideBoostersRefuse() {
        String deep = "{\"learner\":{\"gradient_booster\":" + "{\"gbtree\":".repeat(100_000);
        assertThatThrownBy(() -> XgboostReader.model(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("gbtree");
        String ubjson = "{L\0\0\0\0\0\0\0\7learner{L\0\0\0\0\0\0\0\20gradient_booster"
                + "{L\0\0\0\0\0\0\0\6gbtree".repeat(100_000);
        assertThatThrownBy(() -> XgboostReader.model(ubjson.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(ModelFormatException.class);
        String lists = "{\"version\":" + "[".repeat(1_000_000);
        assertThatThrownBy(() -> XgboostReader.model(lists.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ModelFormatException.class);
    }

    private static void refused(String document, String text) {
        byte[] bytes = Mutant.zipped(java.util.Map.of("schema.json", document.getBytes(StandardCharsets.UTF_8)));
        Allocation.bounded(bytes, (256 << 20) / bytes.length, text, () -> SkopsReader.read(bytes));
        assertThatThrownBy(() -> SkopsReader.read(bytes))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(text);
    }

    private static String node(String name, String module, int id, String attributes) {
        return "{\"__class__\": \"" + name + "\", \"__module__\": \"" + module + "\", \"__loader__\": \"ObjectNode\","
                + " \"__id__\": " + id + ", \"content\": {\"__loader__\": \"DictNode\", \"content\": {" + attributes
                + "}}}";
    }

    private static String cached(int id) {
        return "{\"__loader__\": \"CachedNode\", \"__id__\": " + id + "}";
    }

    private static String json(String value) {
        return "{\"__loader__\": \"JsonNode\", \"content\": \"" + value + "\"}";
    }

    private static String pair(String name, String node) {
        return list(json("\\\"" + name + "\\\""), node);
    }

    private static String list(String... items) {
        return "{\"__loader__\": \"ListNode\", \"content\": [" + String.join(", ", items) + "]}";
    }
}

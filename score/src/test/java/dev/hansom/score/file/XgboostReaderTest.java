package dev.hansom.score.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.score.kernel.Forest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The oracle is XGBoost 3.4.0 itself.
class XgboostReaderTest {
    private static final int ROWS = 10_000;
    private static final Map<String, Object> SQUARED = Map.of("objective", "reg:squarederror");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyAnswerEqualsTheBoostersToTheBit(int depth) {
        assertEqual(Booster.train(21, 7, ROWS, with("max_depth", depth)), 0);
    }

    @Test
    void aLopsidedDeepTreeEqualsTheBooster() {
        Map<String, Object> settings = Map.of(
                "objective",
                "reg:squarederror",
                "max_depth",
                0,
                "max_leaves",
                400,
                "grow_policy",
                "lossguide",
                "tree_method",
                "hist",
                "min_child_weight",
                0);
        assertEqual(Booster.train(9, 5, ROWS, settings), 0);
    }

    @Test
    void prunedTreesEqualTheBooster() {
        Map<String, Object> settings =
                Map.of("objective", "reg:squarederror", "tree_method", "exact", "gamma", 50, "max_depth", 8);
        assertEqual(Booster.train(12, 5, ROWS, settings), 0);
    }

    @Test
    void parallelTreesEqualTheBooster() {
        Map<String, Object> settings =
                Map.of("objective", "reg:squarederror", "num_parallel_tree", 5, "subsample", 0.5, "eta", 1);
        assertEqual(Booster.train(3, 5, ROWS, settings), 0);
    }

    @Test
    void singleLeavesEqualTheBooster() {
        assertEqual(Booster.train(5, 3, ROWS, with("gamma", 1e9)), 0);
    }

    @Test
    void noRoundAtAllAnswersTheBaseScore() {
        assertEqual(Booster.train(0, 3, ROWS, SQUARED), 0);
        assertEqual(Booster.train(0, 3, ROWS, with("base_score", 17.8)), 0);
    }

    @Test
    void oneFeatureEqualsTheBooster() {
        assertEqual(Booster.train(30, 1, ROWS, SQUARED), 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reg:absoluteerror",
                "reg:pseudohubererror",
                "reg:squaredlogerror",
                "reg:quantileerror",
                "rank:pairwise",
                "rank:ndcg",
                "rank:map"
            })
    void otherObjectivesWithoutALinkEqualTheBoosterToTheBit(String objective) {
        assertEqual(Booster.train(20, 5, ROWS, Map.of("objective", objective, "quantile_alpha", 0.5)), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary:logistic", "reg:logistic", "count:poisson", "reg:gamma", "reg:tweedie"})
    void objectivesWithAnExponentialEqualTheBoosterWithinTwoUnitsInTheLastPlace(String objective) {
        assertEqual(Booster.train(20, 5, ROWS, Map.of("objective", objective)), 2);
    }

    @Test
    void droppedTreesEqualTheBooster() {
        Map<String, Object> settings = Map.of("objective", "reg:squarederror", "booster", "dart", "rate_drop", 0.3);
        assertEqual(Booster.train(20, 5, ROWS, settings), 0);
    }

    @Test
    void whatIsNotSupportedRefusesByName() {
        String json = new String(Booster.train(1, 3, 1, with("max_depth", 2)).json(), StandardCharsets.UTF_8);
        assertRefused("the objective my:own", json.replace("reg:squarederror", "my:own"));
        assertRefused("the booster gbforest", json.replace("gbtree\"", "gbforest\""));
        assertRefused("the member hopes", json.replace("\"sum_hessian\"", "\"hopes\""));
        assertRefused("2000000 features", json.replace("\"num_feature\":\"3\"", "\"num_feature\":\"2000000\""));
        assertRefused("2000000000 outputs", json.replace("\"num_class\":\"0\"", "\"num_class\":\"2000000000\""));
    }

    @Test
    void categoriesWhoseLettersWereCountedAsBytesRefuse() throws IOException {
        String json = Files.readString(Path.of("src/test/resources/oracle/xgboost-3.1.3/text-onehot.json"));
        assertThat(json).contains("42,48]");
        assertRefused("end at byte 47 of 48", json.replace("42,48]", "42,47]"));
    }

    @Test
    void aTruncatedBoosterRefuses() {
        Booster booster = Booster.train(2, 3, 1, with("max_depth", 2));
        for (byte[] whole : new byte[][] {booster.json(), booster.ubjson()}) {
            for (int length = 0; length < whole.length; length++) {
                byte[] part = java.util.Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> XgboostReader.read(part)).isInstanceOf(ModelFormatException.class);
            }
        }
    }

    @Test
    void aBoosterWithAnyByteAlteredRefusesOrIsAForestAndNeverBreaksOtherwise() {
        Booster booster = Booster.train(2, 3, 1, with("max_depth", 2));
        for (byte[] whole : new byte[][] {booster.json(), booster.ubjson()}) {
            for (int at = 0; at < whole.length; at++) {
                for (int value : new int[] {0, '9', '[', '{', '"', 0x7f, 0xff}) {
                    byte[] altered = whole.clone();
                    altered[at] = (byte) value;
                    assertReadsOrRefuses(altered);
                }
            }
        }
    }

    @Test
    void aClaimOfManyItemsIsNotBelieved() {
        byte[] claim = "{L\0\0\0\0\0\0\0\7learner[$l#L\0\0\0\1\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> XgboostReader.read(claim)).isInstanceOf(ModelFormatException.class);
    }

    @Test
    void whatIsNoBoosterRefuses() {
        assertThatThrownBy(() -> XgboostReader.read("binf".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("no JSON");
        assertThatThrownBy(() -> XgboostReader.read("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ModelFormatException.class);
        assertThatThrownBy(() -> XgboostReader.read("{\"learner\": 5}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("byte 12");
    }

    private static Map<String, Object> with(String name, Object value) {
        return Map.of("objective", "reg:squarederror", name, value);
    }

    private static void assertReadsOrRefuses(byte[] bytes) {
        try {
            assertThat(XgboostReader.read(bytes)).isNotNull();
        } catch (ModelFormatException e) {
            assertThat(e).hasMessageContaining("expected");
        }
    }

    private static void assertRefused(String trait, String json) {
        assertThatThrownBy(() -> XgboostReader.model(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(trait)
                .hasMessageContaining("not supported");
    }

    private static void assertEqual(Booster booster, int units) {
        Forest forest = XgboostReader.read(booster.json());
        Forest binary = XgboostReader.read(booster.ubjson());
        double[] block = new double[booster.answers().length];
        forest.answer(booster.rows(), block.length, block, 0);
        int[] wrong = IntStream.range(0, block.length)
                .filter(row -> {
                    double single = forest.answer(booster.rows(), row * booster.width());
                    int apart = Float.floatToIntBits((float) single) - Float.floatToIntBits(booster.answers()[row]);
                    return Math.abs(apart) > units
                            || block[row] != single
                            || binary.answer(booster.rows(), row * booster.width()) != single;
                })
                .toArray();
        assertThat(wrong).as("rows answered differently").isEmpty();
    }
}

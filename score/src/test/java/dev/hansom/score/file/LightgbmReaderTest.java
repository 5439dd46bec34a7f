package dev.hansom.score.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What LightGBM did not write, or what is not supported, refuses in one line; the oracles hold the answers.
class LightgbmReaderTest {
    @Test
    void whatIsNotSupportedRefusesByName() throws IOException {
        String model = text("binary");
        assertRefused("the objective my_own", model.replace("objective=binary", "objective=my_own"));
        assertRefused("version v5", model.replace("version=v4", "version=v5"));
        assertRefused("the member hopes", model.replace("split_gain=", "hopes="));
    }

    @Test
    void claimsThatDoNotFitRefuse() throws IOException {
        String model = text("regression");
        assertWrong("num_leaves=2000000000", model.replaceFirst("num_leaves=\\d+", "num_leaves=2000000000"));
        assertWrong("2000000000 features", model.replace("max_feature_idx=4", "max_feature_idx=1999999999"));
        assertWrong("outputs", model.replace("num_tree_per_iteration=1", "num_tree_per_iteration=2000000000"));
        assertWrong("split on feature 7", model.replaceFirst("split_feature=\\d+", "split_feature=7"));
        assertWrong("trees (expected", model.replaceFirst("tree_sizes=\\d+", "tree_sizes=1 1"));
        assertWrong("reached twice", model.replaceFirst("left_child=-?\\d+", "left_child=0"));
        assertWrong("is not there", model.replaceFirst("left_child=-?\\d+", "left_child=900"));
        assertWrong("left_child", model.replaceFirst("left_child=-?\\d+", "left_child=x"));
        assertWrong("decision_type", model.replaceFirst("decision_type=\\d+", "decision_type=12"));
    }

    @Test
    void aSetOutOfBoundsRefuses() throws IOException {
        String model = text("codes");
        assertWrong("cat_boundaries", model.replaceFirst("cat_boundaries=0 \\d+", "cat_boundaries=0 9999999"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"regression", "codes", "linear", "text-categories"})
    void aTruncatedModelRefuses(String name) throws IOException {
        byte[] whole = text(name).getBytes(StandardCharsets.UTF_8);
        int trees = text(name).indexOf("end of trees");
        int parameters = text(name).indexOf("parameters:\n");
        int end = text(name).indexOf("end of parameters");
        for (int length = 0; length < end; length += 7) {
            if (length > trees && length < parameters + 20) {
                continue; // All trees are there, and what follows may be left out.
            }
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> LightgbmReader.model(part)).isInstanceOf(ModelFormatException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"regression", "codes", "linear", "text-categories"})
    void aModelWithAnyByteAlteredRefusesOrReadsAndNeverBreaksOtherwise(String name) throws IOException {
        byte[] whole = text(name).getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < whole.length; at += 3) {
            for (int value : new int[] {'9', '-', '=', ' ', '\n', 0xff}) {
                byte[] altered = whole.clone();
                altered[at] = (byte) value;
                try {
                    assertThat(LightgbmReader.model(altered)).isNotNull();
                } catch (ModelFormatException e) {
                    assertThat(e).hasMessageContaining("expected");
                }
            }
        }
    }

    private static void assertRefused(String trait, String model) {
        assertThatThrownBy(() -> LightgbmReader.model(model.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(trait)
                .hasMessageContaining("not supported");
    }

    private static void assertWrong(String what, String model) {
        assertThatThrownBy(() -> LightgbmReader.model(model.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("expected");
    }

    private static String text(String name) throws IOException {
        try (InputStream file =
                LightgbmReaderTest.class.getResourceAsStream("/oracle/lightgbm-4.7.0/" + name + ".txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

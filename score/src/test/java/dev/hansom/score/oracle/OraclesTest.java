package dev.hansom.score.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.score.Columns;
import dev.hansom.score.ForeignModel;
import dev.hansom.score.file.ModelReader;
import dev.hansom.score.kernel.ForestModel;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The oracles are the libraries themselves: what their own `predict` answers by default, written by the
/// scripts in `python/oracles`. A new case is a model and a table in the folder.
class OraclesTest {
    @ParameterizedTest
    @MethodSource("cases")
    void everyModelAnswersWhatItsLibraryDoes(OracleCase oracle) throws IOException {
        ForeignModel model = (ForeignModel) ModelReader.read(oracle.model());
        assertThat(model.outputs()).isEqualTo(oracle.outputs());
        assertThat(model.schema().names()).isEqualTo(oracle.names());
        Columns columns = oracle.columns(model.schema());
        double[] block = model.scores(columns);
        double[] single = new double[oracle.outputs()];
        List<String> wrong = new ArrayList<>();
        for (int row = 0; row < columns.size(); row++) {
            model.scores(columns, row, single, 0);
            for (int output = 0; output < oracle.outputs(); output++) {
                double expected = oracle.answer(row, output);
                double answer = single[output];
                boolean close = model.description().startsWith("XGBoost")
                        ? units((float) expected, (float) answer) <= oracle.units()
                        : units(expected, answer) <= oracle.units();
                if (!close || answer != block[row * oracle.outputs() + output] && !Double.isNaN(answer)) {
                    wrong.add("row %d output %d: %s, %s (expected: %s)"
                            .formatted(row, output, answer, block[row * oracle.outputs() + output], expected));
                }
            }
            assertThat(model.score(columns, row)).isEqualTo(single[0]);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void thereAreManyCases() {
        assertThat(cases().count()).isGreaterThan(800);
    }

    /// A tree of 1000 splits, none of which has two splits below: as deep as it can be.
    @Test
    void aTreeAsDeepAsItHasSplitsIsAmongThem() throws IOException {
        OracleCase chain = cases().filter(each -> each.toString().equals("xgboost-3.4.1/chain.json"))
                .findFirst()
                .orElseThrow();
        ForestModel model = (ForestModel) ModelReader.read(chain.model());
        assertThat(model.forest().tree(0).depth()).isEqualTo(1000);
    }

    static Stream<OracleCase> cases() {
        try {
            return OracleCase.under(Path.of(Objects.requireNonNull(OraclesTest.class.getResource("/oracle"))
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long units(float a, float b) {
        return Math.abs((long) Float.floatToIntBits(a + 0.0f) - Float.floatToIntBits(b + 0.0f));
    }

    private static long units(double a, double b) {
        return Math.abs(Double.doubleToLongBits(a + 0.0) - Double.doubleToLongBits(b + 0.0));
    }
}

package dev.hansom.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossesTest {
    private final LabelledRows rows = new Rows()
            .add(0, 1, 4)
            .add(1, 2, -2)
            .add(2, Double.NaN, 3)
            .add(3, 5, Double.NaN)
            .labelled();

    @Test
    void metricsAreMeansOverTheAnsweredRowsThatHaveATruth() {
        Losses losses = Losses.of(Answers.of(Rows.scorer(x -> x), rows.columns()), rows);
        assertThat(losses).isEqualTo(new Losses(2, 1, 7, 25));
        assertThat(losses.value(Metric.MAE)).isEqualTo(3.5);
        assertThat(losses.value(Metric.MSE)).isEqualTo(12.5);
        assertThat(losses.value(Metric.RMSE)).isEqualTo(Math.sqrt(12.5));
        assertThat(Evaluation.of("rule", "2021-02", Metric.MAE, losses))
                .isEqualTo(new Evaluation("rule", "2021-02", Metric.MAE, 3.5, 2));
    }

    @Test
    void nothingScoredHasNoValue() {
        assertThat(Losses.NONE.value(Metric.MAE)).isNaN();
    }

    @Test
    void answersComeInTheOrderOfTheRowsWhateverTheirNumber() {
        Rows many = new Rows();
        for (int i = 0; i < 2500; i++) {
            many.add(i, i, 0);
        }
        double[] answers = Answers.of(Rows.scorer(x -> 2 * x), many.labelled().columns());
        assertThat(answers).hasSize(2500);
        assertThat(answers[1023]).isEqualTo(2046);
        assertThat(answers[1024]).isEqualTo(2048);
        assertThat(answers[2499]).isEqualTo(4998);
    }

    @Test
    void aScorerThatAsksForAMissingColumnIsRefused() {
        Columns others = new Columns(new Schema(List.of(new Schema.Column("y", Type.DOUBLE))), 1);
        assertThatThrownBy(() -> Answers.of(Rows.scorer(x -> x), others))
                .hasMessageContaining("column x")
                .hasMessageContaining("double");
    }

    @Test
    void rowsBeforeAMomentAreCountedWithTiesOnTheLaterSide() {
        LabelledRows ties =
                new Rows().add(1, 0, 0).add(2, 0, 0).add(2, 0, 0).add(5, 0, 0).labelled();
        assertThat(ties.before(1)).isZero();
        assertThat(ties.before(2)).isEqualTo(1);
        assertThat(ties.before(3)).isEqualTo(3);
        assertThat(ties.before(9)).isEqualTo(4);
        assertThat(ties.range(1, 3).at(1)).isEqualTo(2);
    }
}

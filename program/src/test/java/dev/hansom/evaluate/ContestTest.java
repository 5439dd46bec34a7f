package dev.hansom.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.data.Window;
import dev.hansom.score.Scorer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestTest {
    private static final Scorer RULE = Rows.scorer(x -> 10);
    private static final Scorer MODEL = Rows.scorer(x -> x);
    private static final List<Window> WINDOWS = List.of(new Window(0, 10), new Window(10, 20), new Window(20, 30));

    @Test
    void theGainOfABlockIsTheMeanOfTheDifferencesOfItsRows() {
        LabelledRows rows = new Rows()
                .add(-1, 0, 0)
                .add(0, 12, 13)
                .add(9, 5, 8)
                .add(10, 7, 10)
                .add(30, 0, 0)
                .labelled();
        Comparison comparison =
                new Contest(Metric.MAE, WINDOWS).add(rows, RULE, MODEL).comparison();
        Block first = comparison.blocks().getFirst();
        assertThat(first.rows()).isEqualTo(2);
        assertThat(first.sum()).isEqualTo((3 - 1) + (2 - 3));
        assertThat(first.squares()).isEqualTo(4 + 1);
        assertThat(first.rule()).isEqualTo(new Losses(2, 0, 5, 13));
        assertThat(first.model()).isEqualTo(new Losses(2, 0, 4, 10));
        assertThat(comparison.gains()).containsExactly(0.5, -3.0);
        assertThat(comparison.wins()).isEqualTo(1);
        assertThat(comparison.gainPerRow()).isCloseTo(-2.0 / 3, within(1e-12));
        assertThat(comparison.empty()).containsExactly(new Window(20, 30));
    }

    @Test
    void aSquaredLossDecidesBySquares() {
        LabelledRows rows = new Rows().add(0, 12, 13).labelled();
        Comparison comparison =
                new Contest(Metric.MSE, WINDOWS).add(rows, RULE, MODEL).comparison();
        assertThat(comparison.gains()).containsExactly(8.0);
    }

    @Test
    void aRowThatOneSideCannotAnswerIsLeftOutOnBothAndCounted() {
        LabelledRows rows = new Rows()
                .add(0, Double.NaN, 13)
                .add(1, 12, 13)
                .add(2, -1, 13)
                .add(3, 12, Double.NaN)
                .labelled();
        Scorer shyRule = Rows.scorer(x -> x < 0 ? Double.NaN : 10);
        Comparison comparison =
                new Contest(Metric.MAE, WINDOWS).add(rows, shyRule, MODEL).comparison();
        assertThat(comparison.rows()).isEqualTo(1);
        assertThat(comparison.modelUnanswered()).isEqualTo(1);
        assertThat(comparison.ruleUnanswered()).isEqualTo(1);
        assertThat(comparison.modelGap()).isEqualTo(0.5);
    }

    @Test
    void partsAddedOneByOneGiveTheWhole() {
        LabelledRows early = new Rows().add(0, 12, 13).add(12, 1, 2).labelled();
        LabelledRows late = new Rows().add(13, 12, 15).labelled();
        LabelledRows all =
                new Rows().add(0, 12, 13).add(12, 1, 2).add(13, 12, 15).labelled();
        assertThat(new Contest(Metric.MAE, WINDOWS)
                        .add(early, RULE, MODEL)
                        .add(late, RULE, MODEL)
                        .comparison())
                .isEqualTo(
                        new Contest(Metric.MAE, WINDOWS).add(all, RULE, MODEL).comparison());
    }

    @Test
    void aMetricThatDoesNotAddUpCannotDecide() {
        assertThatThrownBy(() -> new Contest(Metric.RMSE, WINDOWS)).hasMessageContaining("rmse");
    }

    @Test
    void overlappingSpansAreRefused() {
        List<Window> windows = List.of(new Window(0, 10), new Window(9, 20));
        assertThatThrownBy(() -> new Contest(Metric.MAE, windows)).hasMessageContaining("overlap");
    }
}

package dev.hansom.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProbabilitiesTest {
    private static final double[] ANSWERS = {0.1, 0.4, 0.35, 0.8};

    /// What scikit-learn 1.9.1 says of the same four: log_loss 0.4722879, brier_score_loss 0.1581250, roc_auc_score
    /// 0.75.
    @Test
    void lossesOfProbabilitiesAreThoseOfScikitLearn() {
        LabelledRows rows = Rows.of(0, 0, 1, 1);
        Losses losses = Losses.of(ANSWERS, rows);
        assertThat(losses.value(Metric.LOG_LOSS)).isCloseTo(0.4722879, within(1e-7));
        assertThat(losses.value(Metric.BRIER)).isCloseTo(0.158125, within(1e-12));
        assertThat(losses.value(Metric.ACCURACY)).isEqualTo(0.75);
        assertThat(losses.value(Metric.AUC)).isNaN();
        assertThat(Auc.of(ANSWERS, rows)).isEqualTo(0.75);
    }

    @Test
    void equalAnswersTellNothingApartAndAMissingClassHasNoArea() {
        assertThat(Auc.of(new double[] {0.5, 0.5, 0.5}, Rows.of(0, 1, 1))).isEqualTo(0.5);
        assertThat(Auc.of(new double[] {0.5, 0.6}, Rows.of(1, 1))).isNaN();
        assertThat(Auc.of(new double[] {Double.NaN, 0.2, 0.9}, Rows.of(1, 0, 1)))
                .isEqualTo(1);
    }

    @Test
    void certaintyThatIsWrongLosesMuchAndNotAll() {
        assertThat(Metric.LOG_LOSS.loss(0, 1)).isCloseTo(34.54, within(0.01));
        assertThat(Metric.LOG_LOSS.loss(1, 1)).isZero();
        assertThat(Metric.LOG_LOSS.loss(Double.NaN, 1)).isNaN();
        assertThat(Losses.of(0, 1).plus(Losses.of(Double.NaN, 1)).unanswered()).isEqualTo(1);
    }

    @Test
    void calibrationCountsWhatHappenedWhereSomethingWasSaid() {
        Calibration calibration =
                Calibration.of(new double[] {0.05, 0.05, 0.95, 1, Double.NaN}, Rows.of(0, 1, 1, 1, 1));
        assertThat(calibration.bins())
                .containsExactly(new Calibration.Bin(0, 0.1, 2, 0.05, 0.5), new Calibration.Bin(0.9, 1, 2, 0.975, 1));
    }

    @Test
    void anIntervalOfFoldsIsWiderThanOneOfWeeks() {
        Interval plain = Interval.ofMeans(java.util.List.of(1.0, 2.0, 3.0, 4.0), 0.95);
        Interval folds = Interval.ofFolds(java.util.List.of(1.0, 2.0, 3.0, 4.0), 0.95);
        // 1/4 + 1/3 in place of 1/4
        assertThat(folds.half()).isCloseTo(plain.half() * Math.sqrt(7.0 / 3), within(1e-12));
        assertThat(folds.mean()).isEqualTo(2.5);
    }
}

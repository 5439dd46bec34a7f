package dev.hansom.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A way to say in one number how far answers are from the truth.
///
/// Smaller is better, but for [#ACCURACY] and [#AUC].
/// Source: the textbook definitions, for example Hyndman and Athanasopoulos, *Forecasting*, section 5.8, and for
/// probabilities Gneiting and Raftery, Strictly proper scoring rules, JASA 102, 2007.
public enum Metric {
    /// Mean absolute error.
    MAE,
    /// Mean squared error.
    MSE,
    /// Root of the mean squared error. Its loss does not add up row by row, so it is reported and never decides.
    RMSE,
    /// Mean of -ln of the probability that was given to what turned out. Unit: nats.
    LOG_LOSS,
    /// Mean squared difference of the probability and what turned out (1 or 0).
    BRIER,
    /// Share of the rows whose probability lies on the right side of one half. Reported.
    ACCURACY,
    /// Probability that a row of the class gets a higher answer than one of the rest. Reported; see [Auc].
    AUC;

    /// What is as good as impossible: a probability of 0 for what happened loses 34.5 nats and not all.
    private static final double LEAST_PROBABILITY = 1e-15;

    /// The name in project files and summaries, for example `mae`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The name for people, for example `log loss`.
    public String title() {
        return switch (this) {
            case MAE, MSE, RMSE, AUC -> name();
            case LOG_LOSS -> "log loss";
            case BRIER -> "Brier score";
            case ACCURACY -> "accuracy";
        };
    }

    /// The metric of that name; empty where there is none.
    public static Optional<Metric> named(String slug) {
        return Arrays.stream(values())
                .filter(metric -> metric.slug().equals(slug))
                .findFirst();
    }

    /// Whether the metric is the mean of a loss of each row, so that it can decide.
    public boolean addsUp() {
        return this == MAE || this == MSE || this == LOG_LOSS || this == BRIER;
    }

    /// Whether it is of probabilities.
    public boolean ofClasses() {
        return this != MAE && this != MSE && this != RMSE;
    }

    /// Whether larger is better.
    public boolean risesWithQuality() {
        return this == ACCURACY || this == AUC;
    }

    /// The one that is shown beside it.
    public Metric beside() {
        return switch (this) {
            case MAE, MSE, RMSE -> RMSE;
            case LOG_LOSS, ACCURACY, AUC -> BRIER;
            case BRIER -> LOG_LOSS;
        };
    }

    /// Those that [Losses] tell and that are reported with it.
    public List<Metric> others() {
        return ofClasses() ? List.of(beside(), ACCURACY) : this == MSE ? List.of(MAE, RMSE) : List.of(RMSE);
    }

    /// What a row with this answer and this truth loses; a truth of a class is 1 or 0.
    /// Errors: an [IllegalStateException] for a metric that does not add up.
    public double loss(double answer, double truth) {
        return switch (this) {
            case MAE -> Math.abs(answer - truth);
            case MSE, BRIER -> (answer - truth) * (answer - truth);
            case LOG_LOSS -> logLoss(answer, truth);
            case RMSE, ACCURACY, AUC -> throw new IllegalStateException(slug() + " does not add up row by row");
        };
    }

    /// The log loss of the probability `answer`; NaN where there is none.
    static double logLoss(double answer, double truth) {
        double given = truth == 1 ? answer : 1 - answer;
        return -Math.log(Math.clamp(given, LEAST_PROBABILITY, 1));
    }

    /// The unit of the metric where the target is in `unit`.
    public String unit(String unit) {
        return switch (this) {
            case MAE, RMSE -> unit;
            case MSE -> unit + "²";
            case LOG_LOSS -> "nats";
            case BRIER -> "Brier";
            case ACCURACY -> "of the rows";
            case AUC -> "of the pairs";
        };
    }
}

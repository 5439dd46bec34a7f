package dev.hansom.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A way to say in one number how far answers are from the truth; smaller is better.
///
/// Source: the textbook definitions, for example Hyndman and Athanasopoulos, *Forecasting*, section 5.8.
public enum Metric {
    /// Mean absolute error.
    MAE,
    /// Mean squared error.
    MSE,
    /// Root of the mean squared error. Its loss does not add up row by row, so it is reported and never decides.
    RMSE;

    /// The name in project files and summaries, for example `mae`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The metric of that name; empty where there is none.
    public static Optional<Metric> named(String slug) {
        return Arrays.stream(values())
                .filter(metric -> metric.slug().equals(slug))
                .findFirst();
    }

    /// Whether the metric is the mean of a loss of each row, so that it can decide.
    public boolean addsUp() {
        return this != RMSE;
    }

    /// What a row with this error (answer minus truth) loses.
    /// Errors: an [IllegalStateException] for a metric that does not add up.
    public double loss(double error) {
        return switch (this) {
            case MAE -> Math.abs(error);
            case MSE -> error * error;
            case RMSE -> throw new IllegalStateException("rmse does not add up row by row");
        };
    }

    /// The unit of the metric where the target is in `unit`.
    public String unit(String unit) {
        return this == MSE ? unit + "²" : unit;
    }
}

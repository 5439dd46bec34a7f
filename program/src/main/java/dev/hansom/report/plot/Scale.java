package dev.hansom.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// Values from `low` to `high` on pixels from `from` to `to`; `from` may be the larger.
record Scale(double low, double high, double from, double to) {
    /// From the least to the greatest of the finite `values`, with a little air; never empty.
    static Scale around(DoubleStream values, double from, double to) {
        double[] finite = values.filter(Double::isFinite).toArray();
        double low = DoubleStream.of(finite).min().orElse(0);
        double high = DoubleStream.of(finite).max().orElse(1);
        double air = high > low ? 0.07 * (high - low) : Math.max(0.5, 0.07 * Math.abs(high));
        return new Scale(low - air, high + air, from, to);
    }

    /// The same beginning at zero where no value is negative.
    static Scale fromZero(DoubleStream values, double from, double to) {
        double[] all = values.toArray();
        Scale scale = around(DoubleStream.concat(DoubleStream.of(0), DoubleStream.of(all)), from, to);
        return DoubleStream.of(all).anyMatch(value -> value < 0) ? scale : new Scale(0, scale.high, from, to);
    }

    /// Where a value lies; one outside lies at the border.
    double at(double value) {
        double inside = Math.clamp(value, low, high);
        return from + (inside - low) / (high - low) * (to - from);
    }

    /// Round values, about `count` of them.
    List<Double> ticks(int count) {
        double step = step(count);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /// The decimals that tell ticks apart.
    int decimals(int count) {
        double step = step(count);
        return (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    }

    private double step(int count) {
        double rough = (high - low) / count;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        return DoubleStream.of(1, 2, 5, 10)
                .map(times -> times * power)
                .filter(step -> step >= rough * 0.999)
                .findFirst()
                .orElse(10 * power);
    }
}

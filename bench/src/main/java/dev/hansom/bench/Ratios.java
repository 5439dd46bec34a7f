package dev.hansom.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/// Results of one benchmark class as a table, a call each: the median of the iterations by the clock
/// and by the
/// processor time of the calling threads, how many times the latter of the first `hansom…` benchmark with the
/// same
/// parameters that is, and the bytes that were allocated.
final class Ratios {
    private static final String LINE = "%-28s %-8s %14s %12s %9s %9s%n";

    private Ratios() {}

    static String table(List<RunResult> results) {
        StringBuilder table = new StringBuilder();
        if (!results.isEmpty()) {
            String type = results.getFirst().getParams().getBenchmark().replaceAll(".*\\.(\\w+)\\.\\w+", "$1");
            String unit = results.getFirst().getPrimaryResult().getScoreUnit();
            table.append(String.format(LINE, type, "", "clock " + unit, "processor", "ratio", "bytes"));
        }
        Map<String, Double> ours = new LinkedHashMap<>();
        results.stream()
                .filter(result -> name(result).startsWith("hansom"))
                .forEach(result -> ours.putIfAbsent(parameters(result), median(result, CpuProfiler.LABEL)));
        for (RunResult result : results) {
            double cpu = median(result, CpuProfiler.LABEL);
            double base = ours.getOrDefault(parameters(result), Double.NaN);
            table.append(String.format(
                    LINE,
                    name(result),
                    parameters(result),
                    number(median(result)),
                    number(cpu),
                    number(cpu / base),
                    number(median(result, "gc.alloc.rate.norm"))));
        }
        return table.toString();
    }

    private static String name(RunResult result) {
        String full = result.getParams().getBenchmark();
        return full.substring(full.lastIndexOf('.') + 1);
    }

    private static String parameters(RunResult result) {
        return result.getParams().getParamsKeys().stream()
                .map(result.getParams()::getParam)
                .collect(Collectors.joining(" "));
    }

    private static double median(RunResult result) {
        List<Double> times = times(result);
        return times.get(times.size() / 2);
    }

    private static List<Double> times(RunResult result) {
        List<Double> times = new ArrayList<>();
        for (var fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                times.add(iteration.getPrimaryResult().getScore());
            }
        }
        times.sort(null);
        return times;
    }

    private static double median(RunResult result, String label) {
        List<Double> values = new ArrayList<>();
        for (var fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                values.add(secondary(iteration, label));
            }
        }
        values.sort(null);
        return values.get(values.size() / 2);
    }

    @SuppressWarnings("rawtypes")
    private static double secondary(IterationResult iteration, String label) {
        for (Result each : iteration.getSecondaryResults().values()) {
            if (each.getLabel().endsWith(label)) {
                return each.getScore();
            }
        }
        return Double.NaN;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }
}

package dev.hansom.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// `bench/run NAME… [--short]`: runs benchmarks and prints, for each, a table with ratios.
public final class Bench {
    private static final Map<String, List<Class<?>>> BENCHMARKS = new TreeMap<>(Map.of(
            "row", List.of(OneRow.class, OneLightgbmRow.class),
            "blocks", List.of(Blocks.class),
            "answer", List.of(Answer.class),
            "threads", List.of(Threads.class),
            "load", List.of(Loading.class),
            "check", List.of(),
            "shap", List.of(Shapley.class),
            "expressions", List.of(Expressions.class, Chunks.class)));

    private Bench() {}

    public static void main(String[] arguments) throws IOException, RunnerException {
        List<String> given = List.of(arguments);
        List<String> names = given.stream().filter(a -> !a.startsWith("--")).toList();
        if (names.equals(List.of("rows"))) {
            ReadRows.run(given.contains("--short"));
            return;
        }
        if (names.isEmpty() || !BENCHMARKS.keySet().containsAll(names)) {
            System.err.println(
                    "bench/run NAME… [--short]; NAME is one of " + String.join(", ", BENCHMARKS.keySet()) + ", rows");
            System.exit(2);
        }
        // ONNX Runtime 1.29 dies where the command line is longer than 4,000 bytes, so the class path goes into a file.
        System.setProperty("jmh.separateClasspathJAR", "true");
        if (!names.equals(List.of("check"))) {
            Boosters.prepare();
        }
        if (names.contains("answer") || names.contains("threads")) {
            TaxiModel.prepare();
        }
        for (String name : names) {
            if (name.equals("check")) {
                Checking.run(given.contains("--short"));
            }
            for (Class<?> benchmark : BENCHMARKS.getOrDefault(name, List.of())) {
                System.out.println(Ratios.table(run(benchmark, given.contains("--short"))));
            }
        }
        // Two learners' native libraries in one process can crash it while it tidies up.
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static List<RunResult> run(Class<?> benchmark, boolean brief) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\b" + benchmark.getSimpleName() + "\\.")
                .forks(1)
                .warmupIterations(brief ? 3 : 5)
                .warmupTime(TimeValue.milliseconds(brief ? 500 : 1000))
                .measurementIterations(brief ? 7 : 15)
                .measurementTime(TimeValue.milliseconds(brief ? 200 : 500))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .shouldDoGC(true)
                .verbosity(VerboseMode.SILENT);
        return List.copyOf(new Runner(options.build()).run());
    }
}

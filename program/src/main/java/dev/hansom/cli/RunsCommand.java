package dev.hansom.cli;

import dev.hansom.jobs.Outcome;
import dev.hansom.jobs.RunsJob;
import dev.hansom.registry.Alias;
import dev.hansom.registry.ModelVersion;
import dev.hansom.track.Run;
import dev.hansom.track.RunMetric;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hansom runs`: what has been done.
@Command(name = "runs", description = "List runs with their metrics, versions, and where the aliases point.")
final class RunsCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int METRICS_SHOWN = 3;

    private final Entry entry;

    @Mixin
    ProjectOptions options = new ProjectOptions();

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many runs (default: ${DEFAULT-VALUE}).")
    int most = 20;

    RunsCommand(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Integer call() {
        Range.from(1).require("--most", most);
        Outcome.Remembered remembered =
                entry.work(desk -> new RunsJob(desk).run(options.project, options.home(), most));
        ZoneId zone = remembered.project().timeZone();
        TextTable runs = new TextTable("started", "job", "status", "seconds", "run", "metrics");
        for (Run run : remembered.runs()) {
            boolean died = run.tags().containsKey(RunsJob.DIED);
            String seconds = run.endedAt()
                    .filter(end -> !died)
                    .map(end -> String.format(
                            Locale.ROOT,
                            "%.1f",
                            Duration.between(run.startedAt(), end).toMillis() / 1e3))
                    .orElse("-");
            runs.row(
                    TIME.format(run.startedAt().atZone(zone)),
                    run.name(),
                    died ? "died" : run.status().name().toLowerCase(Locale.ROOT),
                    seconds,
                    run.id(),
                    metrics(run));
        }
        runs.print(entry.console());
        openings(remembered.openings()).forEach(entry.console()::line);
        entry.console().blank();
        TextTable versions = new TextTable("version", "kind", "made", "aliases", "what");
        for (ModelVersion version : remembered.versions()) {
            versions.row(
                    String.valueOf(version.version()),
                    version.kind().slug(),
                    TIME.format(version.createdAt().atZone(zone)),
                    aliases(remembered.aliases(), version),
                    version.description());
        }
        versions.print(entry.console());
        return 0;
    }

    private static String metrics(Run run) {
        String shown = run.metrics().values().stream()
                .sorted(Comparator.comparing(RunMetric::name))
                .limit(METRICS_SHOWN)
                .map(metric -> metric.name() + " " + Show.figure(metric.value()))
                .collect(Collectors.joining(", "));
        return run.metrics().size() > METRICS_SHOWN ? shown + ", …" : shown;
    }

    /// A line for each stretch of held-out periods that were looked at alike; no figure of theirs stands without it.
    private static List<String> openings(Map<String, Map<String, Long>> openings) {
        Map<Map<String, Long>, List<String>> alike = new LinkedHashMap<>();
        openings.forEach((period, counts) ->
                alike.computeIfAbsent(counts, _ -> new ArrayList<>()).add(period));
        return alike.entrySet().stream()
                .map(one -> "  openings of " + String.join(", ", one.getValue()) + ": " + Show.openings(one.getKey()))
                .toList();
    }

    private static String aliases(List<Alias> aliases, ModelVersion version) {
        return aliases.stream()
                .filter(alias -> alias.version() == version.version())
                .map(Alias::alias)
                .collect(Collectors.joining(", "));
    }
}

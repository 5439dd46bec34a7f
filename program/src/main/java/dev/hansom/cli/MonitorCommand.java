package dev.hansom.cli;

import dev.hansom.evaluate.Metric;
import dev.hansom.jobs.MonitorJob;
import dev.hansom.jobs.Outcome;
import dev.hansom.monitor.Finding;
import dev.hansom.monitor.MonitorResult;
import dev.hansom.monitor.Quality;
import dev.hansom.monitor.WatchedWindow;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `hansom monitor`: is what answers still good?
@Command(
        name = "monitor",
        description = "Drift, quality and the gain over the rule, window by window: a health verdict.")
final class MonitorCommand implements Callable<Integer> {
    private static final int MOST_FINDINGS = 10;

    private final Entry entry;

    @Mixin
    ProjectOptions options = new ProjectOptions();

    MonitorCommand(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Integer call() {
        Outcome.Monitored monitored = entry.work(desk -> new MonitorJob(desk).run(options.project, options.home()));
        MonitorResult result = monitored.result();
        Console console = entry.console();
        windows(result).print(console);
        console.blank();
        List<Finding> findings = result.health().findings();
        findings.stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> console.line("  " + finding.status().slug() + ": " + finding.text()));
        if (findings.size() > MOST_FINDINGS) {
            console.line("  and " + (findings.size() - MOST_FINDINGS) + " more in the report");
        }
        console.line("  openings of the validation part, which says what to expect: "
                + Show.openings(result.expected().openings()));
        console.line("  openings of the live part: "
                + Show.openings(result.expected().looks()));
        console.line("health: " + result.health().status().slug());
        console.line("report: " + Show.path(monitored.report()));
        return 0;
    }

    private static TextTable windows(MonitorResult result) {
        Metric metric = Metric.named(result.project().objective().metric()).orElseThrow();
        TextTable table = new TextTable(
                "window from",
                "health",
                "requests",
                "coverage",
                metric.slug() + " rule",
                metric.slug() + " model",
                "gain");
        for (WatchedWindow window : result.windows()) {
            Quality quality = window.quality();
            table.row(
                    window.window().from().toLocalDate().toString(),
                    window.status().slug(),
                    Show.count(quality.requests()),
                    Show.figure(quality.coverage()),
                    Show.figure(quality.rule().value(metric)),
                    Show.figure(quality.model().value(metric)),
                    Show.figure(quality.gainPerRow()));
        }
        return table;
    }
}

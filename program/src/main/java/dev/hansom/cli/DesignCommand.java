package dev.hansom.cli;

import dev.hansom.data.Stretch;
import dev.hansom.design.Week;
import dev.hansom.evaluate.Decision;
import dev.hansom.evaluate.Metric;
import dev.hansom.jobs.DesignJob;
import dev.hansom.jobs.Outcome;
import dev.hansom.report.SplitText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `hansom design`: is ML the right tool, or does the rule do?
@Command(name = "design", description = "Rule or ML? A verdict with its interval, and the rule as a version.")
final class DesignCommand implements Callable<Integer> {
    private final Entry entry;

    @Mixin
    ProjectOptions options = new ProjectOptions();

    @Mixin
    ChecksOption checks = new ChecksOption();

    DesignCommand(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Integer call() {
        Outcome.Designed designed =
                entry.work(desk -> new DesignJob(desk).run(options.project, options.home(), checks.wish()));
        Console console = entry.console();
        Decision decision = designed.result().decision();
        console.line("verdict: " + decision.verdict() + "   the model gains " + Show.interval(decision.interval()) + " "
                + decision.unit() + " over the rule; margin " + Show.figure(decision.margin()));
        decision.reasons().forEach(reason -> console.line("  " + reason));
        console.blank();
        weeks(designed).print(console);
        if (!designed.result().project().timed()) {
            console.line("  " + SplitText.of(designed.result().project()));
        }
        console.line("  openings of the validation part: "
                + Show.openings(designed.result().openings()));
        console.line("rule: version " + designed.rule().version()
                + (designed.nowChampion() ? ", champion (there was none)" : "; the champion stays"));
        console.line("report: " + Show.path(designed.report()));
        entry.pace().tell(console);
        return 0;
    }

    private static TextTable weeks(Outcome.Designed designed) {
        Metric metric = designed.result().metric();
        Stretch stretch = designed.result().comparison().stretch();
        String word = stretch.word();
        boolean inTime = stretch.inTime();
        String name = metric.slug() + " of ";
        TextTable table = new TextTable(
                inTime ? word + " from" : word, name + "constant", name + "rule", name + "model", "gain", "rows");
        for (Week week : designed.result().weeks()) {
            table.row(
                    inTime
                            ? week.window().from().toLocalDate().toString()
                            : String.valueOf(designed.result().weeks().indexOf(week) + 1),
                    Show.figure(week.constant().value(metric)),
                    Show.figure(week.rule().value(metric)),
                    Show.figure(week.model().value(metric)),
                    Show.figure(week.gain()),
                    Show.count(week.model().rows()));
        }
        return table;
    }
}

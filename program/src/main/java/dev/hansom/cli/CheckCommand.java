package dev.hansom.cli;

import dev.hansom.data.Period;
import dev.hansom.jobs.CheckJob;
import dev.hansom.jobs.Outcome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `hansom check`: is the project file right, do the data fit it?
@Command(name = "check", description = "Read the project and its data and say what is wrong before any model.")
final class CheckCommand implements Callable<Integer> {
    private final Entry entry;

    @Mixin
    ProjectOptions options = new ProjectOptions();

    CheckCommand(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Integer call() {
        Outcome.Checked checked = entry.work(desk -> new CheckJob(desk).run(options.project));
        Console console = entry.console();
        console.line(checked.project().name() + ": " + checked.project().question());
        TextTable months = new TextTable("month", "part", "files");
        for (Period period : checked.periods().all()) {
            months.row(
                    period.name().toString(),
                    part(checked, period),
                    String.valueOf(period.files().size()));
        }
        months.print(console);
        console.blank();
        Rows.of(checked.accounting()).print(console);
        checked.findings().forEach(finding -> console.line("  note: " + finding));
        console.line("the project and its data fit");
        return 0;
    }

    private static String part(Outcome.Checked checked, Period period) {
        if (checked.periods().training().contains(period)) {
            return "trains";
        }
        return checked.periods().validation().contains(period) ? "validates" : "live (unread until replay)";
    }
}

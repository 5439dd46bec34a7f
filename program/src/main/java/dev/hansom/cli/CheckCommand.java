package dev.hansom.cli;

import dev.hansom.data.Month;
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
        for (Month month : checked.months().all()) {
            months.row(
                    month.period().toString(),
                    part(checked, month),
                    String.valueOf(month.files().size()));
        }
        months.print(console);
        console.blank();
        Rows.of(checked.accounting()).print(console);
        checked.findings().forEach(finding -> console.line("  note: " + finding));
        console.line("the project and its data fit");
        return 0;
    }

    private static String part(Outcome.Checked checked, Month month) {
        if (checked.months().training().contains(month)) {
            return "trains";
        }
        return checked.months().validation().contains(month) ? "validates" : "live (unread until replay)";
    }
}

package dev.hansom.cli;

import dev.hansom.base.ErrorKind;
import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.check.Severity;
import dev.hansom.data.FileStyle;
import dev.hansom.data.Period;
import dev.hansom.jobs.CheckJob;
import dev.hansom.jobs.Outcome;
import dev.hansom.report.FindingFacts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hansom check`: is the project file right, do the data fit it?
@Command(name = "check", description = "Read the project and its data and say what is wrong before any model.")
final class CheckCommand implements Callable<Integer> {
    private final Entry entry;

    @Mixin
    ProjectOptions options = new ProjectOptions();

    @Option(names = "--json", description = "Print the findings, or what is in force, as JSON, for machines.")
    boolean json;

    @Option(
            names = "--freeze",
            description = "Infer checks from the training periods and add them to the project file.")
    boolean freeze;

    @Option(
            names = "--effective",
            description = "Print what is in force and where each value comes from; the data are not read.")
    boolean effective;

    CheckCommand(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Integer call() {
        if (effective) {
            return effective();
        }
        if (freeze) {
            return freeze();
        }
        Outcome.Checked checked = entry.work(desk -> new CheckJob(desk).run(options.project));
        if (json) {
            entry.console().line(json(checked).text());
        } else {
            print(entry.console(), checked);
            entry.pace().tell(entry.console());
        }
        return checked.count(Severity.ERROR) > 0 ? ErrorKind.DATA.exitCode() : 0;
    }

    private int effective() {
        EffectiveTable table = new EffectiveTable(options, entry.desk().machine());
        if (json) {
            entry.console().line(table.json().text());
        } else {
            table.print(entry.console());
        }
        return 0;
    }

    private int freeze() {
        Outcome.Frozen frozen = entry.work(desk -> new CheckJob(desk).freeze(options.project));
        entry.console()
                .line("wrote checks of " + frozen.checks().fields().size() + " fields, frozen from " + frozen.from()
                        + ", into " + options.project);
        entry.console().line("hansom check holds every period against them");
        entry.pace().tell(entry.console());
        return 0;
    }

    private static void print(Console console, Outcome.Checked checked) {
        console.line(checked.project().name() + ": " + checked.project().question());
        TextTable periods = new TextTable("period", "part", "files");
        for (Period period : checked.periods().all()) {
            periods.row(
                    period.name(),
                    part(checked, period),
                    String.valueOf(period.files().size()));
        }
        periods.print(console);
        FileStyle.of(checked.periods()).forEach(style -> console.line("  " + style.counted()));
        console.blank();
        Rows.of(checked.accounting()).print(console);
        console.blank();
        FindingList.print(console, checked.findings());
        String counts = FindingList.counts(checked);
        boolean fits = checked.count(Severity.ERROR) == 0;
        console.line((fits ? "the project and its data fit" : "the data do not fit the project")
                + (counts.isEmpty() ? "" : ": " + counts));
        checked.report().ifPresent(report -> console.line("report: " + Show.path(report)));
    }

    private static Json json(Outcome.Checked checked) {
        JsonBuilder dropped = Json.object();
        checked.accounting().dropped().forEach(dropped::put);
        return Json.object()
                .put("project", checked.project().name())
                .put("fits", checked.count(Severity.ERROR) == 0)
                .put("read", checked.accounting().read())
                .put("kept", checked.accounting().kept())
                .put("dropped", dropped)
                .put(
                        "files",
                        Json.array(
                                FileStyle.of(checked.periods()),
                                style -> Json.object()
                                        .put("written", style.text())
                                        .put("files", style.files())
                                        .build()))
                .put(
                        "findings",
                        new Json.Items(checked.findings().stream()
                                .map(FindingFacts::json)
                                .toList()))
                .build();
    }

    private static String part(Outcome.Checked checked, Period period) {
        if (checked.periods().training().contains(period)) {
            return "trains";
        }
        return checked.periods().validation().contains(period) ? "validates" : "live (unread until replay)";
    }
}

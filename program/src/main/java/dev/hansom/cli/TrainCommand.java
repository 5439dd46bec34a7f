package dev.hansom.cli;

import dev.hansom.jobs.Outcome;
import dev.hansom.jobs.TrainJob;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `hansom train`: the model, and the proof.
@Command(name = "train", description = "Fit the model on the training months and show it beside the rule.")
final class TrainCommand implements Callable<Integer> {
    private final Entry entry;

    @Mixin
    ProjectOptions options = new ProjectOptions();

    @Mixin
    ChecksOption checks = new ChecksOption();

    TrainCommand(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Integer call() {
        Outcome.Trained trained =
                entry.work(desk -> new TrainJob(desk).run(options.project, options.home(), checks.wish()));
        Console console = entry.console();
        console.line("model: version " + trained.version().version() + ", trained on "
                + String.join(", ", trained.result().trainedOn()) + " ("
                + Show.count(trained.result().trainedRows()) + " rows)");
        Show.evaluations(
                        trained.result().evaluations(),
                        trained.result().project().target().unit())
                .print(console);
        console.line("  openings of the validation part: "
                + Show.openings(trained.result().openings()));
        console.line("report: " + Show.path(trained.report()));
        entry.pace().tell(console);
        return 0;
    }
}

package dev.hansom.cli;

import dev.hansom.jobs.Outcome;
import dev.hansom.jobs.PredictJob;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hansom predict`: the answers of a version, or of any model file, for a file of rows.
@Command(
        name = "predict",
        description = "Answer the rows of a file with a version of the project, or a model file of any kind.")
final class PredictCommand implements Callable<Integer> {
    private final Entry entry;

    @Mixin
    ProjectOptions options = new ProjectOptions();

    @Mixin
    NamedModelOption model = new NamedModelOption();

    @Option(
            names = "--input",
            paramLabel = "FILE",
            required = true,
            description = "The rows: Parquet, CSV or JSON lines.")
    Path input = Path.of("");

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "Where the answers go: Parquet or CSV.")
    Path output = Path.of("");

    @Option(names = "--force", description = "Replace what is there already.")
    boolean force;

    PredictCommand(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Integer call() {
        PredictJob.Request request =
                new PredictJob.Request(model.name, options.project, options.home(), input, output, force);
        Outcome.Predicted predicted = entry.work(desk -> new PredictJob(desk).run(request));
        Console console = entry.console();
        predicted.notes().forEach(note -> console.note("note: " + note));
        if (predicted.unanswered() > 0) {
            console.note("note: " + Show.count(predicted.unanswered()) + " rows have no answer and are empty");
        }
        console.line(predicted.model() + ": " + new Pace(predicted.rows(), predicted.took()).text());
        console.line("wrote " + Show.path(output) + ": " + String.join(", ", predicted.columns()));
        return 0;
    }
}

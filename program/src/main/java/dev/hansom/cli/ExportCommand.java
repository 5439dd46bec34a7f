package dev.hansom.cli;

import dev.hansom.jobs.ExportJob;
import dev.hansom.jobs.Outcome;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hansom export`: a model for Python users, or its trees as ONNX.
@Command(
        name = "export",
        description = "Write a model for Python users (JSON, the booster, a loader), or its trees as ONNX.")
final class ExportCommand implements Callable<Integer> {
    private final Entry entry;

    @Mixin
    ProjectOptions options = new ProjectOptions();

    @Mixin
    NamedModelOption model = new NamedModelOption();

    @Option(
            names = "--output",
            paramLabel = "PLACE",
            required = true,
            description = "The folder that is written; a file that ends in .onnx takes the trees alone.")
    Path output = Path.of("");

    @Option(names = "--force", description = "Replace files that are there already.")
    boolean force;

    ExportCommand(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Integer call() {
        Outcome.Made made = entry.work(desk -> new ExportJob(desk)
                .run(new ExportJob.Request(model.name, options.project, options.home(), output, force)));
        made.written().forEach(file -> entry.console().line("wrote " + Show.path(file)));
        made.notes().forEach(entry.console()::line);
        return 0;
    }
}

package dev.hansom.cli;

import dev.hansom.jobs.ExportJob;
import dev.hansom.jobs.Outcome;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hansom export`: a model for Python users.
@Command(name = "export", description = "Write a model for Python users: JSON, the booster, and a loader.")
final class ExportCommand implements Callable<Integer> {
    private final Entry entry;

    @Mixin
    ModelFileOptions options = new ModelFileOptions();

    @Option(names = "--output", paramLabel = "DIR", required = true, description = "The folder that is written.")
    Path output = Path.of("");

    ExportCommand(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Integer call() {
        Outcome.Made made = entry.work(desk -> new ExportJob().run(options.model, output, options.force));
        made.written().forEach(file -> entry.console().line("wrote " + Show.path(file)));
        made.notes().forEach(entry.console()::line);
        return 0;
    }
}

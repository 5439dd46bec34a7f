package dev.hansom.cli;

import dev.hansom.jobs.Outcome;
import dev.hansom.jobs.ShowJob;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hansom show`: what a model is made of, and what its lookups and encoders have learned.
@Command(name = "show", description = "Show what a model is made of and what its lookups and encoders learned.")
final class ShowCommand implements Callable<Integer> {
    private final Entry entry;

    @Mixin
    ProjectOptions options = new ProjectOptions();

    @Mixin
    NamedModelOption model = new NamedModelOption();

    @Option(names = "--lookup", paramLabel = "NAME", description = "Show what this lookup knows, key by key.")
    @Nullable
    String lookup;

    @Option(names = "--table", paramLabel = "NAME", description = "Show the rows of this reference table.")
    @Nullable
    String table;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many keys of a level or a table (default: ${DEFAULT-VALUE}).")
    int most = 20;

    ShowCommand(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Integer call() {
        Range.from(1).require("--most", most);
        Outcome.Shown shown = entry.work(desk -> new ShowJob(desk).run(options.project, options.home(), model.name));
        ShownModel page = new ShownModel(entry.console(), shown.model());
        if (lookup != null) {
            page.lookup(lookup, most);
        }
        if (table != null) {
            page.table(table, most);
        }
        if (lookup == null && table == null) {
            page.whole(shown.name());
        }
        return 0;
    }
}

package dev.hansom.cli;

import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.jobs.DataJob;
import dev.hansom.jobs.Outcome;
import dev.hansom.track.DataSet;
import dev.hansom.track.DataSets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hansom data`: the data sets that runs read, and the card of one.
@Command(name = "data", description = "List the data sets that runs read, or show the card of one.")
final class DataCommand implements Callable<Integer> {
    private static final int SHORT = 12;

    private final Entry entry;

    @Mixin
    ProjectOptions options = new ProjectOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "WHICH",
            defaultValue = "",
            description = "The beginning of a fingerprint, or a period such as 2021-01: shows its card, or that of"
                    + " the range that has it.")
    String which = "";

    @Option(names = "--json", description = "Print the list, or the cards, as JSON, for machines.")
    boolean json;

    DataCommand(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Integer call() {
        Outcome.DataCards cards = entry.work(desk -> new DataJob(desk).run(options.project, options.home(), which));
        Map<DataSet, SortedSet<String>> purposes = new LinkedHashMap<>();
        for (DataSets.Use use : cards.uses()) {
            purposes.computeIfAbsent(use.dataSet(), ignored -> new TreeSet<>()).add(use.purpose());
        }
        if (json) {
            entry.console().line(json(purposes, !which.isEmpty()).text());
        } else if (which.isEmpty()) {
            list(purposes);
        } else {
            purposes.forEach((data, uses) -> DataCardText.print(entry.console(), data, uses));
        }
        return 0;
    }

    private void list(Map<DataSet, SortedSet<String>> purposes) {
        TextTable table = new TextTable("period", "read", "kept", "for", "fingerprint", "source");
        purposes.forEach((data, uses) -> table.row(
                data.period(),
                DataCardText.count(data.accounting(), "read"),
                DataCardText.count(data.accounting(), "kept"),
                String.join(", ", uses),
                data.fingerprint()
                        .substring(0, Math.min(SHORT, data.fingerprint().length())),
                data.source()));
        table.print(entry.console());
    }

    private static Json json(Map<DataSet, SortedSet<String>> purposes, boolean cards) {
        return Json.object()
                .put(
                        "data_sets",
                        Json.array(purposes.entrySet(), entry -> json(entry.getKey(), entry.getValue(), cards)))
                .build();
    }

    private static Json json(DataSet data, SortedSet<String> purposes, boolean card) {
        JsonBuilder json = Json.object()
                .put("name", data.name())
                .put("period", data.period())
                .put("fingerprint", data.fingerprint())
                .put("source", data.source())
                .put("used_for", Json.texts(purposes));
        if (card) {
            json.put("card", data.accounting());
        } else {
            data.accounting().find("read").ifPresent(read -> json.put("read", read));
            data.accounting().find("kept").ifPresent(kept -> json.put("kept", kept));
        }
        return json.build();
    }
}

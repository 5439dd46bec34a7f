package dev.hansom.cli;

import dev.hansom.base.Json;
import dev.hansom.jobs.DataJob;
import dev.hansom.jobs.Outcome;
import dev.hansom.track.DataSet;
import dev.hansom.track.DataSets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            description = "The beginning of a fingerprint, or a period such as 2021-01: shows its card.")
    String which = "";

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
        if (which.isEmpty()) {
            list(purposes);
        } else {
            purposes.forEach(this::card);
        }
        return 0;
    }

    private void list(Map<DataSet, SortedSet<String>> purposes) {
        TextTable table = new TextTable("period", "read", "kept", "for", "fingerprint", "source");
        purposes.forEach((data, uses) -> table.row(
                data.period(),
                count(data.accounting(), "read"),
                count(data.accounting(), "kept"),
                String.join(", ", uses),
                data.fingerprint()
                        .substring(0, Math.min(SHORT, data.fingerprint().length())),
                data.source()));
        table.print(entry.console());
    }

    private void card(DataSet data, SortedSet<String> uses) {
        Json card = data.accounting();
        TextTable facts = new TextTable("data set", data.name() + " " + data.period());
        facts.row("fingerprint", data.fingerprint());
        facts.row("source", data.source());
        facts.row("licence", card.find("licence").map(Json::asText).orElse(""));
        facts.row("used for", String.join(", ", uses));
        facts.row("rows", count(card, "read") + " read, " + count(card, "kept") + " kept");
        facts.row("dropped", counts(card, "dropped"));
        facts.row("not as declared", counts(card, "lossy"));
        facts.row(
                "files",
                card.find("files").map(Json::items).orElse(List.of()).stream()
                        .map(Json::asText)
                        .collect(Collectors.joining(", ")));
        facts.print(entry.console());
        entry.console().blank();
        TextTable fields = new TextTable("field", "type", "missing", "least", "most");
        card.find("fields")
                .map(Json::members)
                .orElse(Map.of())
                .forEach((name, field) -> fields.row(
                        name,
                        field.asText("type"),
                        count(field, "missing"),
                        field.find("least").map(Json::asText).orElse(""),
                        field.find("most").map(Json::asText).orElse("")));
        fields.print(entry.console());
        entry.console().blank();
    }

    private static String count(Json card, String name) {
        return card.find(name).map(Json::asWhole).map(String::valueOf).orElse("");
    }

    private static String counts(Json card, String name) {
        String counts = card.find(name).map(Json::members).orElse(Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue().asWhole() > 0)
                .map(entry -> entry.getKey() + " " + entry.getValue().asWhole())
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "none" : counts;
    }
}

package dev.hansom.cli;

import dev.hansom.base.Json;
import dev.hansom.track.DataSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/// The card of a data set as a person reads it.
final class DataCardText {
    private static final MathContext DIGITS = new MathContext(6);
    private static final int SHOWN_FILES = 20;
    private static final int SHOWN_LEVELS = 5;
    private static final List<String> BOUNDS = List.of("least", "q25", "q50", "q75", "most");

    private final Json card;

    private DataCardText(Json card) {
        this.card = card;
    }

    static void print(Console console, DataSet data, SortedSet<String> purposes) {
        DataCardText text = new DataCardText(data.accounting());
        text.facts(data, purposes).print(console);
        console.blank();
        text.values().print(console);
        console.blank();
        text.bounds().print(console);
        console.blank();
    }

    static String count(Json card, String name) {
        return card.find(name).map(Json::asWhole).map(String::valueOf).orElse("");
    }

    private TextTable facts(DataSet data, SortedSet<String> purposes) {
        TextTable facts = new TextTable("data set", data.name() + " " + data.period());
        facts.row("fingerprint", data.fingerprint());
        facts.row("source", data.source());
        facts.row("licence", card.find("licence").map(Json::asText).orElse(""));
        facts.row("used for", String.join(", ", purposes));
        facts.row("rows", count(card, "read") + " read, " + count(card, "kept") + " kept");
        facts.row("dropped", counts("dropped"));
        facts.row("not as declared", counts("lossy"));
        List<Json> files = card.find("files").map(Json::items).orElse(List.of());
        for (int i = 0; i < Math.min(files.size(), SHOWN_FILES); i++) {
            facts.row(i == 0 ? "files" : "", file(files.get(i)));
        }
        return files.size() > SHOWN_FILES ? facts.row("", (files.size() - SHOWN_FILES) + " more") : facts;
    }

    private static String file(Json file) {
        return file instanceof Json.Text(String name)
                ? name
                : file.asText("name") + ", " + Show.count(file.asWhole("bytes")) + " bytes, " + file.asText("written");
    }

    private String counts(String name) {
        String counts = card.find(name).map(Json::members).orElse(Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue().asWhole() > 0)
                .map(entry -> entry.getKey() + " " + entry.getValue().asWhole())
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "none" : counts;
    }

    private TextTable values() {
        TextTable table = new TextTable("field", "type", "missing", "distinct", "mean", "most frequent");
        card.find("fields").map(Json::members).orElse(Map.of()).forEach((name, field) -> values(table, name, field));
        card.find("target").ifPresent(target -> values(table, "(target)", target));
        return table;
    }

    private static void values(TextTable table, String name, Json field) {
        String over = field.find("distinct_over")
                .map(most -> "over " + most.asWhole())
                .orElse("");
        String levels = field.find("levels").map(Json::items).orElse(List.of()).stream()
                .limit(SHOWN_LEVELS)
                .map(level -> level.asText("level") + " (" + percent(level.asReal("share")) + ")")
                .collect(Collectors.joining(", "));
        table.row(
                name,
                field.asText("type"),
                count(field, "missing"),
                count(field, "distinct") + over,
                figure(field, "mean"),
                field.find("private").isPresent() ? "not shown: it looks personal" : levels);
    }

    private TextTable bounds() {
        TextTable table = new TextTable("field", "least", "25 %", "median", "75 %", "most");
        card.find("fields").map(Json::members).orElse(Map.of()).forEach((name, field) -> bounds(table, name, field));
        card.find("target").ifPresent(target -> bounds(table, "(target)", target));
        return table;
    }

    private static void bounds(TextTable table, String name, Json field) {
        if (field.find("least").isPresent()) {
            List<String> row =
                    BOUNDS.stream().map(bound -> figure(field, bound)).toList();
            table.row(name, row.get(0), row.get(1), row.get(2), row.get(3), row.get(4));
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String figure(Json field, String name) {
        return field.find(name)
                .map(value -> switch (value) {
                    case Json.Text(String text) -> text;
                    case Json.Whole(long whole) -> String.valueOf(whole);
                    case Json.Real(double real)
                    when Double.isFinite(real) ->
                        new BigDecimal(real).round(DIGITS).stripTrailingZeros().toPlainString();
                    default -> "";
                })
                .orElse("");
    }
}

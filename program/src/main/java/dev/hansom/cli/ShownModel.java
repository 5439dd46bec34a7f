package dev.hansom.cli;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Hash;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Model;
import dev.hansom.score.Range;
import dev.hansom.score.expression.Table;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Lookup;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.Formula;
import dev.hansom.score.kernel.Kernel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A model for people: where it comes from, the names that it uses, what it learned.
final class ShownModel {
    private static final int HASH = 12;

    private final Console console;
    private final Model model;

    ShownModel(Console console, Model model) {
        this.console = console;
        this.model = model;
    }

    /// All of it but the keys of lookups and the rows of tables.
    void whole(String name) {
        console.line(name + ": " + model.kind() + ", answers "
                + model.signature().target() + " in " + model.signature().unit() + range(model.range()));
        console.line("  " + kernel(model.kernel()) + "; " + Show.count(model.bytes().length) + " bytes as a file");
        print(
                new TextTable("comes from", "is"),
                model.provenance().facts().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList(),
                (rows, fact) -> rows.row(fact.getKey(), fact.getValue()));
        print(
                new TextTable("table", "from", "to", "rows", "hash", "source"),
                model.vocabulary().tables(),
                (rows, one) -> rows.row(
                        one.name(),
                        one.key().text(),
                        one.type().text(),
                        String.valueOf(one.values().size()),
                        hash(one),
                        one.source()));
        print(
                new TextTable("definition", "is"),
                model.vocabulary().definitions(),
                (rows, one) -> rows.row(one.name(), one.expression()));
        print(new TextTable("feature", "is"), model.features(), (rows, one) -> rows.row(one.name(), one.expression()));
        print(
                new TextTable("lookup", "learned", "shrunk by", "keys", "else"),
                model.vocabulary().lookups(),
                (rows, one) -> rows.row(
                        one.name(),
                        one.statistic(),
                        number(one.strength()),
                        one.levels().stream()
                                .map(level -> String.valueOf(level.cells().size()))
                                .collect(Collectors.joining(" > ")),
                        number(one.overall())));
    }

    /// Fills a row of a table.
    private interface Filling<T> {
        void fill(TextTable rows, T one);
    }

    private <T> void print(TextTable table, List<T> facts, Filling<T> filling) {
        if (!facts.isEmpty()) {
            facts.forEach(one -> filling.fill(table, one));
            console.blank();
            table.print(console);
        }
    }

    /// What the lookup `name`, or the one that a feature or category of that name is made by, knows: at most `most`
    /// keys
    /// of each level. Errors: USAGE where there is none.
    void lookup(String name, int most) {
        String made = model.features().stream()
                .filter(feature -> feature.name().equals(name))
                .map(Feature::expression)
                .findFirst()
                .orElse(name + "_code");
        Lookup found = model.vocabulary().lookups().stream()
                .filter(one -> one.name().equals(name) || one.name().equals(made))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "--lookup",
                        name,
                        model.vocabulary().lookups().stream().map(Lookup::name).toList()));
        console.line(found.name() + ": " + found.statistic() + ", shrunk by " + number(found.strength())
                + " rows, else " + number(found.overall()));
        for (Lookup.Level level : found.levels()) {
            console.blank();
            TextTable cells = new TextTable(String.join(" x ", level.keys()), "rows", "value");
            level.cells().stream()
                    .sorted(Comparator.comparingLong(Lookup.Cell::count).reversed())
                    .limit(most)
                    .forEach(cell -> cells.row(key(cell), Show.count(cell.count()), number(cell.statistic())));
            cells.print(console);
            more(level.cells().size() - most);
        }
    }

    /// At most `most` rows of the reference table `name`. Errors: USAGE where there is none.
    void table(String name, int most) {
        List<Table> tables = model.vocabulary().tables();
        Table found = tables.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "--table", name, tables.stream().map(Table::name).toList()));
        console.line(found.name() + ": from " + found.key().text() + " to "
                + found.type().text() + ", else " + found.otherwise()
                + (found.source().isEmpty() ? "" : "; " + found.source()));
        console.blank();
        TextTable rows = new TextTable("key", "is");
        found.sorted().entrySet().stream()
                .limit(most)
                .forEach(row -> rows.row(row.getKey().toString(), row.getValue().toString()));
        rows.print(console);
        more(found.values().size() - most);
    }

    private void more(int count) {
        if (count > 0) {
            console.line("  and " + Show.count(count) + " more; see --most");
        }
    }

    private static ProblemException unknown(String option, String name, List<String> known) {
        String what = option.substring(2);
        return new ProblemException(Problem.of(ErrorCode.USAGE, option, "no such " + what)
                .value(name)
                .expected(known.isEmpty() ? "none: this model has no " + what + "s" : String.join(", ", known)));
    }

    private static String hash(Table table) {
        return Hash.sha256(table.sorted() + " " + table.otherwise()).substring(0, HASH);
    }

    private static String key(Lookup.Cell cell) {
        return cell.key().stream()
                .map(part -> part == null ? "(missing)" : part.toString())
                .collect(Collectors.joining(" x "));
    }

    private static String kernel(Kernel kernel) {
        return switch (kernel) {
            case Formula formula -> formula.expression();
            case Forest forest -> forest.size() + " trees over " + forest.width() + " features";
            default -> kernel.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }

    private static String range(Range range) {
        return range.isBounded() ? ", from " + number(range.least()) + " to " + number(range.most()) : "";
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "missing"
                : value == Math.rint(value) && Math.abs(value) < 1e15
                        ? String.valueOf((long) value)
                        : String.format(Locale.ROOT, "%.6g", value);
    }
}

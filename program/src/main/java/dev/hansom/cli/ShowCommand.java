package dev.hansom.cli;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.jobs.Outcome;
import dev.hansom.jobs.ShowJob;
import dev.hansom.score.Model;
import dev.hansom.score.feature.Lookup;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.Formula;
import dev.hansom.score.kernel.Kernel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many keys of a level (default: ${DEFAULT-VALUE}).")
    int most = 20;

    ShowCommand(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Integer call() {
        Range.from(1).require("--most", most);
        Outcome.Shown shown = entry.work(desk -> new ShowJob(desk).run(options.project, options.home(), model.name));
        if (lookup == null) {
            whole(shown);
        } else {
            one(shown.model(), lookup);
        }
        return 0;
    }

    private void whole(Outcome.Shown shown) {
        Model one = shown.model();
        Console console = entry.console();
        console.line(shown.name() + ": " + one.kind() + ", answers "
                + one.signature().target() + " in " + one.signature().unit() + range(one.range()));
        console.line("  " + kernel(one.kernel()));
        if (!one.features().isEmpty()) {
            console.blank();
            TextTable features = new TextTable("feature", "is");
            one.features().forEach(feature -> features.row(feature.name(), feature.expression()));
            features.print(console);
        }
        if (!one.vocabulary().lookups().isEmpty()) {
            console.blank();
            TextTable lookups = new TextTable("lookup", "learned", "shrunk by", "keys", "else");
            one.vocabulary()
                    .lookups()
                    .forEach(each -> lookups.row(
                            each.name(),
                            each.statistic(),
                            number(each.strength()),
                            each.levels().stream()
                                    .map(level -> String.valueOf(level.cells().size()))
                                    .collect(Collectors.joining(" > ")),
                            number(each.overall())));
            lookups.print(console);
        }
    }

    private void one(Model one, String name) {
        List<String> known =
                one.vocabulary().lookups().stream().map(Lookup::name).toList();
        Lookup found = one.vocabulary().lookups().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(ErrorCode.USAGE, "--lookup", "no such lookup")
                        .value(name)
                        .expected(known.isEmpty() ? "none: this model has no lookups" : String.join(", ", known))));
        Console console = entry.console();
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
            int more = level.cells().size() - most;
            if (more > 0) {
                console.line("  and " + Show.count(more) + " more; see --most");
            }
        }
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

    private static String range(dev.hansom.score.Range range) {
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

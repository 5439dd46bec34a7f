package dev.hansom.cli;

import dev.hansom.base.AtomicFile;
import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.data.Accounting;
import dev.hansom.evaluate.Decision;
import dev.hansom.evaluate.Evaluation;
import dev.hansom.jobs.Outcome;
import dev.hansom.monitor.MonitorResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a whole journey came to, as a short table and as `summary.json`.
final class Summary {
    private final Console console;
    private final Outcome.Checked checked;
    private final Outcome.Designed designed;
    private final Outcome.Trained trained;
    private final Outcome.Promoted promoted;
    private final Outcome.Replayed replayed;
    private final Outcome.Monitored monitored;
    private final double seconds;

    /// Of the newest outcomes in `entry`.
    Summary(Entry entry, double seconds) {
        this.console = entry.console();
        this.checked = entry.last(Outcome.Checked.class).orElseThrow();
        this.designed = entry.last(Outcome.Designed.class).orElseThrow();
        this.trained = entry.last(Outcome.Trained.class).orElseThrow();
        this.promoted = entry.gated().orElseThrow();
        this.replayed = entry.last(Outcome.Replayed.class).orElseThrow();
        this.monitored = entry.last(Outcome.Monitored.class).orElseThrow();
        this.seconds = seconds;
    }

    void print() {
        Decision decision = designed.result().decision();
        MonitorResult live = monitored.result();
        console.blank();
        TextTable table = new TextTable();
        table.row("data", data());
        Accounting rows = rows();
        table.row("rows", Show.count(rows.read()) + " read, " + Show.count(rows.kept()) + " kept");
        table.row(
                "verdict",
                decision.verdict() + ", gain " + Show.interval(decision.interval()) + " " + decision.unit()
                        + ", margin " + Show.figure(decision.margin()));
        table.row(
                "gate",
                promoted.moved()
                        ? "passed"
                        : "refused: " + String.join("; ", promoted.gate().reasons()));
        table.row(
                "answered",
                Show.count(replayed.model()) + " by the model, " + Show.count(replayed.rule()) + " by the rule, "
                        + Show.count(replayed.errors()) + " refused");
        table.row(
                "truths",
                Show.count(live.quality().truths()) + " joined, coverage "
                        + Show.figure(live.quality().coverage()));
        table.row(
                "health",
                live.health().status().slug() + ", " + live.health().findings().size() + " findings");
        table.row(
                "openings",
                "validation " + Show.openings(live.expected().openings()) + "; live "
                        + Show.openings(live.expected().looks()));
        table.row("time", String.format(Locale.ROOT, "%.0f s", seconds));
        table.print(console);
        console.blank();
        Show.evaluations(evaluations(), designed.result().project().target().unit())
                .print(console);
        console.blank();
        reports().forEach(report -> console.line("report: " + Show.path(report)));
    }

    Path write(Path folder) {
        Path file = folder.resolve("summary.json");
        AtomicFile.write(file, json().pretty());
        return file;
    }

    private Json json() {
        Decision decision = designed.result().decision();
        MonitorResult live = monitored.result();
        return Json.object()
                .put("data", data())
                .put("rows", rows(rows()))
                .put(
                        "design",
                        Json.object()
                                .put("verdict", decision.verdict().name())
                                .put("low", decision.interval().low())
                                .put("mean", decision.interval().mean())
                                .put("high", decision.interval().high())
                                .put("margin", decision.margin())
                                .put("unit", decision.unit())
                                .put("blocks", decision.blocks()))
                .put("evaluations", Json.array(evaluations(), Summary::json))
                .put(
                        "gate",
                        Json.object()
                                .put("passed", promoted.moved())
                                .put("reasons", Json.texts(promoted.gate().reasons())))
                .put(
                        "traffic",
                        Json.object()
                                .put("requests", replayed.rows())
                                .put("model", replayed.model())
                                .put("rule", replayed.rule())
                                .put("errors", replayed.errors()))
                .put(
                        "truths",
                        Json.object()
                                .put("joined", live.quality().truths())
                                .put("coverage", live.quality().coverage()))
                .put(
                        "health",
                        Json.object()
                                .put("status", live.health().status().slug())
                                .put(
                                        "findings",
                                        Json.array(live.health().findings(), finding -> Json.of(finding.text()))))
                .put(
                        "reports",
                        Json.texts(reports().stream().map(Path::toString).toList()))
                .put("seconds", seconds)
                .build();
    }

    private static Json json(Evaluation one) {
        return Json.object()
                .put("scorer", one.scorer())
                .put("period", one.period())
                .put("metric", one.metric().slug())
                .put("value", one.value())
                .put("rows", one.rows())
                .build();
    }

    private static JsonBuilder rows(Accounting accounting) {
        JsonBuilder dropped = Json.object();
        accounting.dropped().forEach(dropped::put);
        return Json.object()
                .put("read", accounting.read())
                .put("kept", accounting.kept())
                .put("dropped", dropped);
    }

    /// All months: those of the past as `check` read them, the live ones as `replay` did.
    private Accounting rows() {
        return checked.accounting().plus(replayed.accounting());
    }

    private String data() {
        return designed.result().project().data().source();
    }

    private List<Evaluation> evaluations() {
        return Stream.concat(trained.result().evaluations().stream(), monitored.result().evaluations().stream())
                .toList();
    }

    private List<Path> reports() {
        return new ArrayList<>(List.of(designed.report(), trained.report(), monitored.report()));
    }
}

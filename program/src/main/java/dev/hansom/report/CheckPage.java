package dev.hansom.report;

import dev.hansom.check.Finding;
import dev.hansom.check.Overview;
import dev.hansom.check.Severity;
import dev.hansom.project.Project;
import dev.hansom.report.plot.Look;
import dev.hansom.report.plot.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The page about a check: whether the data fit the project, what was found, the worst first, and what the data
/// look like.
public final class CheckPage {
    private final Project project;
    private final Map<String, Long> rows;
    private final List<Finding> findings;
    private final Overview overview;

    private CheckPage(Project project, Map<String, Long> rows, List<Finding> findings, Overview overview) {
        this.project = project;
        this.rows = rows;
        this.findings = findings;
        this.overview = overview;
    }

    /// The page of a check: `rows` by what became of them, `read` first.
    public static Page of(
            Project project, Map<String, Long> rows, List<Finding> findings, Overview overview, Origin origin) {
        CheckPage page = new CheckPage(project, rows, findings, overview);
        List<Section> sections = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (page.count(severity) > 0) {
                sections.add(page.found(severity));
            }
        }
        sections.add(CheckedRows.of(rows, overview, project.timed()));
        sections.add(CheckedFields.of(overview));
        CheckedFields.missing(overview).ifPresent(sections::add);
        CheckedFields.levels(overview).ifPresent(sections::add);
        overview.delays().map(DelaySection::of).ifPresent(sections::add);
        sections.add(ProblemSection.of(project));
        sections.add(OriginSection.of(origin));
        return new Page(
                "Check",
                project.name(),
                project.question(),
                Words.moment(origin.madeAt(), project.timeZone()),
                page.headline(),
                List.of(page.summary()),
                sections,
                CheckFacts.json(project, rows, findings, overview, origin));
    }

    private Headline headline() {
        boolean fits = count(Severity.ERROR) == 0;
        boolean clean = count(Severity.WARNING) == 0;
        Look look = fits ? clean ? Look.GREEN : Look.AMBER : Look.RED;
        String counts = List.of(Severity.values()).stream()
                .filter(severity -> count(severity) > 0)
                .map(severity -> Words.plural(count(severity), severity.slug()))
                .collect(Collectors.joining(", "));
        String sentence = fits ? "The project and its data fit" : "The data do not fit the project";
        return new Headline(
                look,
                fits ? clean ? "It fits" : "It fits, with warnings" : "It does not fit",
                sentence + (counts.isEmpty() ? "; nothing else was found." : ": " + counts + "."),
                List.of());
    }

    private FactList summary() {
        long labelled =
                overview.periods().stream().mapToLong(Overview.Rows::labelled).sum();
        return FactList.none()
                .and("Rows read", Numerals.count(rows.getOrDefault("read", 0L)))
                .and("Rows with a label", Numerals.count(labelled))
                .and("Periods read", Numerals.count(overview.periods().size()))
                .and("Fields", Numerals.count(overview.fields().size()))
                .and(
                        "Checks of its own",
                        project.checks().isEmpty()
                                ? "none; hansom check --freeze infers them"
                                : "held in every period");
    }

    private Section found(Severity severity) {
        List<Findings.Item> items = findings.stream()
                .filter(finding -> finding.severity() == severity)
                .map(finding -> new Findings.Item(
                        look(severity),
                        finding.kind().slug(),
                        finding.subject(),
                        finding.text() + evidence(finding),
                        finding.next()))
                .toList();
        String title = Words.capital(severity.slug()) + "s";
        return new Section(severity.slug() + "s", title, List.of(new Prose(meaning(severity)), new Findings(items)));
    }

    private static Look look(Severity severity) {
        return switch (severity) {
            case ERROR -> Look.RED;
            case WARNING -> Look.AMBER;
            case NOTE -> Look.PLAIN;
        };
    }

    private static String meaning(Severity severity) {
        return switch (severity) {
            case ERROR -> "Nothing that is built on these data can be trusted.";
            case WARNING -> "Somebody should look before a model is trained.";
            case NOTE -> "Worth knowing; most often right as it is.";
        };
    }

    private static String evidence(Finding finding) {
        List<String> parts = new ArrayList<>();
        if (finding.evidence().of() > 0) {
            parts.add(Numerals.count(finding.evidence().count()) + " of "
                    + Numerals.count(finding.evidence().of()));
        }
        String places = FindingFacts.places(finding);
        if (!places.isEmpty()) {
            parts.add("see " + places);
        }
        return parts.isEmpty() ? "" : " (" + String.join("; ", parts) + ")";
    }

    private long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}

package dev.hansom.report;

import dev.hansom.project.Field;
import dev.hansom.project.Moment;
import dev.hansom.project.Project;
import dev.hansom.report.Grid.Cell;
import dev.hansom.report.Grid.Head;
import dev.hansom.report.plot.Look;
import dev.hansom.report.plot.Numerals;
import java.util.List;
import java.util.stream.Collectors;

/// What is asked, and which fields stand in for something known: no report goes without the latter.
final class ProblemSection {
    private ProblemSection() {}

    /// The problem as its project states it.
    static Section of(Project project) {
        FactList facts = FactList.none()
                .and("Question", project.question())
                .code("Target", project.target().expression())
                .and("Unit", project.target().unit())
                .and("Moments", moments(project))
                .and("Answered at", project.prediction().name())
                .and("Label delay", Words.duration(project.labelDelay()))
                .code("Rows meant at all", project.keep())
                .code("Rows that count", project.keepLabelled())
                .and("Decided by", decided(project))
                .and("Why that margin", project.objective().reason())
                .and("Data", project.data().source())
                .and("Owner", project.owner());
        return new Section("problem", "The problem", List.of(facts, standIns(project)));
    }

    /// The stand-ins alone, for pages that are not about the problem.
    static Section standInsOf(Project project) {
        return new Section("stand-ins", "Stand-ins", List.of(standIns(project)));
    }

    private static Piece standIns(Project project) {
        List<Field> fields = project.fields().stream()
                .filter(field -> field.standsInFor().isPresent())
                .toList();
        if (fields.isEmpty()) {
            return new Prose(
                    "No field stands in for another: every field that is used is known when the answer is" + " given.");
        }
        return new Grid(
                "Fields that are known too late, used in the place of something known",
                List.of(
                        Head.text("Field"),
                        Head.text("Known at"),
                        Head.text("Answered at"),
                        Head.text("Stands in for")),
                fields.stream()
                        .map(field -> List.of(
                                new Cell(field.name(), Look.AMBER, true),
                                Cell.of(field.known().name()),
                                Cell.of(project.prediction().name()),
                                Cell.of(field.standsInFor().orElse(""))))
                        .toList());
    }

    private static String moments(Project project) {
        return project.moments().stream().map(Moment::name).collect(Collectors.joining(" → "));
    }

    private static String decided(Project project) {
        double margin = project.objective().margin();
        return project.objective().metric() + ", margin " + Numerals.number(margin, Numerals.decimals(margin)) + " "
                + project.target().unit();
    }
}

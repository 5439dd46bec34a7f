package dev.hansom.report;

import dev.hansom.project.LookupPlan;
import dev.hansom.project.Project;
import dev.hansom.report.Grid.Cell;
import dev.hansom.report.Grid.Head;
import dev.hansom.report.plot.Numerals;
import dev.hansom.score.feature.Definition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The rule as a person can check it: its expression, and only those lookups and definitions that it rests on.
final class RuleReading {
    private static final Pattern NAME = Pattern.compile("'[^']*'|[A-Za-z_][A-Za-z_0-9]*");

    private final Project project;
    private final Set<String> names = new LinkedHashSet<>();

    private RuleReading(Project project) {
        this.project = project;
        read(project.rule().expression());
    }

    static Section of(Project project) {
        RuleReading reading = new RuleReading(project);
        List<Piece> blocks = new ArrayList<>();
        blocks.add(new Listing(
                project.target().name() + ", by the rule", project.rule().expression()));
        blocks.add(new Prose(project.rule().reason()));
        if (!reading.lookups().isEmpty()) {
            blocks.add(reading.lookupGrid());
        }
        if (!reading.definitions().isEmpty()) {
            blocks.add(reading.definitionGrid());
        }
        blocks.add(new Prose("It rests on " + Words.plural(reading.lookups().size(), "lookup") + " and "
                + Words.plural(reading.definitions().size(), "definition")
                + ". From here on it is the gate at promotion, the fallback that answers when a model cannot, and the"
                + " yardstick in monitoring."));
        return new Section("rule", "The rule", blocks);
    }

    private List<LookupPlan> lookups() {
        return project.lookups().stream()
                .filter(plan -> names.contains(plan.name()))
                .toList();
    }

    private List<Definition> definitions() {
        return project.definitions().stream()
                .filter(definition -> names.contains(definition.name()))
                .toList();
    }

    private void read(String expression) {
        Matcher matcher = NAME.matcher(expression);
        while (matcher.find()) {
            if (names.add(matcher.group())) {
                follow(matcher.group());
            }
        }
    }

    private void follow(String name) {
        project.definitions().stream()
                .filter(definition -> definition.name().equals(name))
                .forEach(definition -> read(definition.expression()));
        project.lookups().stream().filter(plan -> plan.name().equals(name)).forEach(plan -> {
            plan.measure().expressions().forEach(this::read);
            plan.levels().forEach(level -> level.forEach(this::read));
        });
    }

    private Grid lookupGrid() {
        return new Grid(
                "Lookups: what is learned from past rows",
                List.of(
                        Head.text("Lookup"),
                        Head.text("Learns"),
                        Head.text("By, from fine to coarse"),
                        Head.number("Shrink, rows"),
                        Head.text("Else")),
                lookups().stream()
                        .map(plan -> List.of(
                                Cell.code(plan.name()),
                                Cell.of(plan.measure().words()),
                                Cell.of(levels(plan)),
                                Cell.of(
                                        plan.shrink().isPresent()
                                                ? Numerals.significant(
                                                        plan.shrink().getAsDouble(), 3)
                                                : "chosen on the past"),
                                Cell.of(
                                        plan.otherwise().isPresent()
                                                ? Numerals.significant(
                                                        plan.otherwise().getAsDouble(), 6)
                                                : "all rows")))
                        .toList());
    }

    private Grid definitionGrid() {
        return new Grid(
                "Definitions",
                List.of(Head.text("Name"), Head.text("Is")),
                definitions().stream()
                        .map(definition -> List.of(Cell.code(definition.name()), Cell.code(definition.expression())))
                        .toList());
    }

    private static String levels(LookupPlan plan) {
        return plan.levels().stream().map(keys -> String.join(" × ", keys)).collect(Collectors.joining(" → "));
    }
}

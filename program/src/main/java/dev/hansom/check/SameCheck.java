package dev.hansom.check;

import dev.hansom.check.Levels.Level;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Pairs of fields that say the same: equal in every row, one level for one level, or one measure in two units.
final class SameCheck implements Check {
    private static final int MOST_FIELDS = 60;
    private static final int MOST_ROWS = 20_000;

    @Override
    public List<Finding> find(Survey survey) {
        List<FieldFacts> told = survey.fields.stream()
                .filter(facts -> facts.present() > 1 && !facts.hasOneValue())
                .toList();
        List<Finding> findings = new ArrayList<>();
        Map<Long, FieldFacts> equal = new HashMap<>();
        List<FieldFacts> different = new ArrayList<>();
        for (FieldFacts facts : told) {
            FieldFacts first = equal.putIfAbsent(facts.valueSignature, facts);
            if (first == null) {
                different.add(facts);
            } else {
                findings.add(finding(first, facts, " is equal to ", first.rows()));
            }
        }
        levels(survey, different, findings);
        measures(survey, different, findings);
        return findings;
    }

    private static void levels(Survey survey, List<FieldFacts> fields, List<Finding> findings) {
        List<FieldFacts> codes = fields.stream()
                .filter(LevelCheck::isCode)
                .filter(facts -> facts.levels.size() > 1)
                .toList();
        Map<List<Long>, List<FieldFacts>> alike = new LinkedHashMap<>();
        for (FieldFacts facts : codes) {
            List<Long> counts =
                    facts.levels.all().stream().map(Level::everywhere).sorted().toList();
            alike.computeIfAbsent(counts, key -> new ArrayList<>()).add(facts);
        }
        for (List<FieldFacts> group : alike.values()) {
            for (FieldFacts facts : group.subList(1, group.size())) {
                pair(survey, group.getFirst(), facts, findings);
            }
        }
    }

    private static void pair(Survey survey, FieldFacts one, FieldFacts other, List<Finding> findings) {
        Columns rows = survey.sample.rows();
        int first = one.column;
        int second = other.column;
        Map<String, String> there = new HashMap<>();
        Map<String, String> back = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            String left = text(rows, first, row);
            String right = text(rows, second, row);
            if (!there.computeIfAbsent(left, key -> right).equals(right)
                    || !back.computeIfAbsent(right, key -> left).equals(left)) {
                return;
            }
        }
        findings.add(finding(
                one, other, " goes one to one (" + Say.count(one.levels.size(), "level") + ") with ", one.rows()));
    }

    private static void measures(Survey survey, List<FieldFacts> fields, List<Finding> findings) {
        List<FieldFacts> numbers = fields.stream()
                .filter(facts -> facts.field.type() == Type.DOUBLE)
                .limit(MOST_FIELDS)
                .toList();
        List<double[]> values =
                numbers.stream().map(facts -> survey.column(facts, MOST_ROWS)).toList();
        for (int i = 0; i < numbers.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(Correlation.of(values.get(i), values.get(j))) > Correlation.SAME) {
                    findings.add(finding(
                            numbers.get(j),
                            numbers.get(i),
                            " is a straight line of ",
                            numbers.get(i).present()));
                    break;
                }
            }
        }
    }

    private static Finding finding(FieldFacts first, FieldFacts second, String text, long rows) {
        return new Finding(
                Kind.SAME,
                Severity.NOTE,
                second.field.name(),
                second.field.name() + text + first.field.name(),
                Evidence.of(rows, rows),
                "one of the two will do");
    }

    private static String text(Columns rows, int column, int row) {
        return rows.schema().type(column) == Type.STRING
                ? String.valueOf(rows.text(column, row))
                : String.valueOf(rows.integer(column, row));
    }
}

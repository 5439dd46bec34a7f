package dev.hansom.check;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Fields that say nothing, or no more than whether they are there: without any value, or with a single one.
final class ColumnCheck implements Check {
    @Override
    public List<Finding> find(Survey survey) {
        if (survey.rows() < 2) {
            return List.of();
        }
        Stream<Finding> empty = found(
                survey,
                facts -> facts.present() == 0,
                Kind.EMPTY,
                Severity.WARNING,
                " no value in any row",
                "leave the field out, or ask the sender");
        Stream<Finding> constant = found(
                survey,
                FieldFacts::isConstant,
                Kind.CONSTANT,
                Severity.WARNING,
                " the same value in every row",
                "leave the field out: nothing can be learned from it");
        Stream<Finding> there = found(
                survey,
                facts -> facts.hasOneValue() && !facts.isConstant(),
                Kind.CONSTANT,
                Severity.NOTE,
                " the same value wherever there is one",
                "only whether it is missing can say anything: make that the feature, field IS NULL");
        return Stream.of(empty, constant, there).flatMap(found -> found).toList();
    }

    private static Stream<Finding> found(
            Survey survey, Predicate<FieldFacts> fits, Kind kind, Severity most, String text, String next) {
        List<FieldFacts> fields = survey.fields.stream().filter(fits).toList();
        if (fields.isEmpty()) {
            return Stream.of();
        }
        boolean used = fields.stream().anyMatch(facts -> survey.project.asked(facts.field));
        String names = Say.list(fields.stream().map(facts -> facts.field.name()).toList());
        return Stream.of(new Finding(
                kind,
                used ? most : Severity.NOTE,
                names,
                names + (fields.size() > 1 ? " have" : " has") + text,
                Evidence.of(fields.size(), survey.fields.size()),
                next));
    }
}

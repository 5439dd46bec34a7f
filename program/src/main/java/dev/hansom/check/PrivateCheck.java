package dev.hansom.check;

import dev.hansom.base.PersonalData;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Fields that look like personal data by their name or their values, and fields that name every row.
final class PrivateCheck implements Check {
    private static final int ENOUGH = 100;

    @Override
    public List<Finding> find(Survey survey) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < survey.fields.size(); i++) {
            FieldFacts facts = survey.fields.get(i);
            if (looksPrivate(survey, facts)) {
                findings.add(new Finding(
                        Kind.PRIVATE,
                        survey.project.asked(facts.field) ? Severity.WARNING : Severity.NOTE,
                        facts.field.name(),
                        facts.field.name() + " looks like personal data",
                        Evidence.NONE,
                        "leave the field out where the question can be answered without it"));
            } else if (survey.project.asked(facts.field) && isIdentifier(survey.sample.rows(), i, facts)) {
                findings.add(new Finding(
                        Kind.IDENTIFIER,
                        Severity.NOTE,
                        facts.field.name(),
                        facts.field.name() + " is another one in every row",
                        new Evidence(facts.present(), facts.rows(), facts.levels.firsts()),
                        "a name of the row, from which nothing can be learned: leave the field out"));
            }
        }
        return findings;
    }

    /// Whether the name of the field or of its column, or its values, say so: then no value of it is shown.
    static boolean looksPrivate(Survey survey, FieldFacts facts) {
        Columns rows = survey.sample.rows();
        return PersonalData.isNamed(facts.field.name())
                || PersonalData.isNamed(facts.field.column())
                || (facts.field.type() == Type.STRING
                        && PersonalData.hasMails(rows.size(), row -> rows.text(facts.column, row)));
    }

    private static boolean isIdentifier(Columns rows, int column, FieldFacts facts) {
        Type type = facts.field.type();
        if ((type != Type.STRING && type != Type.INT64) || facts.present() < ENOUGH) {
            return false;
        }
        Set<Object> distinct = new HashSet<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.isNull(column, row)) {
                Object value = type == Type.STRING ? String.valueOf(rows.text(column, row)) : rows.integer(column, row);
                if (!distinct.add(value)) {
                    return false;
                }
            }
        }
        return distinct.size() >= ENOUGH;
    }
}

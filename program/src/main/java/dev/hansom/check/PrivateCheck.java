package dev.hansom.check;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Fields that look like personal data by their name or their values, and fields that name every row.
final class PrivateCheck implements Check {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[A-Za-z]{2,24}");
    private static final int LOOKED_AT = 2_000;
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
                        Evidence.of(facts.present(), facts.rows()),
                        "a name of the row, from which nothing can be learned: leave the field out"));
            }
        }
        return findings;
    }

    /// Whether the name of the field or its values say so.
    static boolean looksPrivate(Survey survey, FieldFacts facts) {
        return PrivateNames.has(facts.field) || hasMails(survey.sample.rows(), facts.column, facts);
    }

    private static boolean hasMails(Columns rows, int column, FieldFacts facts) {
        if (facts.field.type() != Type.STRING) {
            return false;
        }
        int seen = 0;
        int mails = 0;
        for (int row = 0; row < Math.min(rows.size(), LOOKED_AT); row++) {
            String text = rows.text(column, row);
            if (text != null) {
                seen++;
                mails += text.length() < 256 && EMAIL.matcher(text).matches() ? 1 : 0;
            }
        }
        return seen > 0 && mails * 2 > seen;
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

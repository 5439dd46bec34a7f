package dev.hansom.draft;

import dev.hansom.base.PersonalData;
import dev.hansom.draft.DraftField.Role;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What each column may be for, with the evidence: counts and shares, never a value.
final class FieldRoles {
    /// A field that explains more of a number's variance alone is rather a consequence of it.
    private static final double TOO_MUCH = 0.9;
    private static final double TOO_MUCH_OF_A_CLASS = 0.8;
    private static final double TOO_MUCH_BY_MISSING = 0.3;
    private static final double AFTER = 0.5;
    private static final int FEW_ROWS_EACH = 20;
    private static final int PAIRED = 40;

    private final Survey survey;
    private final Aim aim;
    private final Rows rows;
    private final Map<String, String> formulas;

    FieldRoles(Survey survey, Aim aim, Rows rows, List<Look> looks) {
        this.survey = survey;
        this.aim = aim;
        this.rows = rows;
        this.formulas = formulas(looks);
    }

    DraftField of(Look look, String name) {
        String left = leftOut(look);
        if (!left.isEmpty()) {
            return field(look, name, Role.LEFT_OUT, left);
        }
        String late = outcome(look);
        if (!late.isEmpty()) {
            return field(look, name, Role.OUTCOME, late);
        }
        return field(look, name, Role.ASKED, evidence(look));
    }

    private static DraftField field(Look look, String name, Role role, String reason) {
        return new DraftField(name, look.column().name(), look.column().type(), role, reason);
    }

    private String leftOut(Look look) {
        Surveyed column = look.column();
        if (column.missing() == survey.rows()) {
            return column.lost() > 0 ? "no value reads as " + column.type().text() : "no row has a value";
        }
        if (look.present() == 0) {
            return "no row of the sample has a value";
        }
        if (look.isConstant() && column.missing() == 0) {
            return "the same value in every row looked at";
        }
        if (PersonalData.isNamed(column.name())) {
            return "its name looks private";
        }
        if (column.type() == Type.STRING
                && PersonalData.hasMails(rows.size(), row -> rows.columns().text(look.index(), row))) {
            return "its values look like e-mail addresses";
        }
        if (column.type() == Type.STRING && look.present() >= 20 && look.rowsEach() < 2) {
            return percent(1 / look.rowsEach()) + " of its values are different: an identifier or free text";
        }
        boolean whole = column.type() == Type.INT64;
        if (whole && look.isUnique() && (look.isNamedIdentifier() || isCounter(look))) {
            return percent(1 / look.rowsEach()) + " of its values are different: an identifier";
        }
        if ((whole || column.type() == Type.STRING)
                && look.isNamedIdentifier()
                && look.rowsEach() < FEW_ROWS_EACH
                && look.distinct() > 50) {
            return "named like an identifier, and only " + decimal(look.rowsEach()) + " rows have the same value";
        }
        return "";
    }

    private String outcome(Look look) {
        double most = aim.classes() ? TOO_MUCH_OF_A_CLASS : TOO_MUCH;
        if (look.isTime() && look.after() >= AFTER) {
            return "lies after the time of the row in " + percent(look.after()) + " of the rows";
        }
        if (look.score() > most) {
            return "LEAK? it explains " + percent(look.score()) + " of the target alone";
        }
        if (look.missingScore() > TOO_MUCH_BY_MISSING) {
            return "LEAK? whether it is missing explains " + percent(look.missingScore()) + " of the target";
        }
        String formula = formulas.getOrDefault(look.column().name(), "");
        return formula.isEmpty() ? "" : "LEAK? the target is " + formula;
    }

    private String evidence(Look look) {
        StringBuilder text = new StringBuilder();
        if (look.isConstant()) {
            text.append("there or missing; ");
        } else if (look.distinct() <= 50) {
            text.append(look.distinct()).append(" values; ");
        }
        if (look.column().missing() > 0) {
            text.append(share(look.column().missing(), survey.rows())).append(" missing; ");
        }
        if (look.column().lost() > 0) {
            text.append(String.format(Locale.ROOT, "%,d", look.column().lost()))
                    .append(" values do not read as this type; ");
        }
        return text.append("explains ")
                .append(percent(look.score()))
                .append(" alone")
                .toString();
    }

    /// Whole numbers without gaps count rows.
    private boolean isCounter(Look look) {
        Columns columns = rows.columns();
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int row = 0; row < rows.size(); row++) {
            if (!columns.isNull(look.index(), row)) {
                least = Math.min(least, columns.integer(look.index(), row));
                most = Math.max(most, columns.integer(look.index(), row));
            }
        }
        return look.distinct() >= 200 && most - least >= 0 && most - least <= 2 * survey.rows();
    }

    /// Columns of which the target is a sum, difference, product or quotient, in every row looked at.
    private Map<String, String> formulas(List<Look> looks) {
        Map<String, String> found = new HashMap<>();
        List<Look> numbers = looks.stream()
                .filter(look ->
                        look.column().type() == Type.INT64 || look.column().type() == Type.DOUBLE)
                .filter(look -> !look.isConstant())
                .limit(PAIRED)
                .toList();
        if (aim.classes()) {
            return found;
        }
        for (Look a : numbers) {
            for (Look b : numbers) {
                for (char operator : new char[] {'-', '+', '*', '/'}) {
                    if (a.index() != b.index() && isFormula(a, b, operator)) {
                        Look more = a.score() >= b.score() ? a : b;
                        found.putIfAbsent(
                                more.column().name(),
                                YamlText.inComment(a.column().name() + " " + operator + " "
                                                + b.column().name()) + " in every row looked at");
                    }
                }
            }
        }
        return found;
    }

    private boolean isFormula(Look a, Look b, char operator) {
        int seen = 0;
        int other = 0;
        for (int row = 0; row < rows.size() && seen < 500; row++) {
            double x = number(a.index(), row);
            double y = number(b.index(), row);
            double truth = rows.whole(row);
            double said = switch (operator) {
                case '-' -> x - y;
                case '+' -> x + y;
                case '*' -> x * y;
                default -> x / y;
            };
            if (Double.isNaN(said)) {
                continue;
            }
            if (!(Math.abs(said - truth) <= 1e-6 * Math.max(1, Math.abs(truth)))) {
                return false;
            }
            seen++;
            other += y != 0 && y != 1 && x != 0 ? 1 : 0;
        }
        return seen >= 50 && other >= 25;
    }

    private double number(int index, int row) {
        Columns columns = rows.columns();
        return columns.isNull(index, row)
                ? Double.NaN
                : columns.schema().type(index) == Type.DOUBLE
                        ? columns.number(index, row)
                        : columns.integer(index, row);
    }

    static String share(long part, long whole) {
        return percent(whole == 0 ? 0 : (double) part / whole);
    }

    static String percent(double share) {
        double percent = 100 * share;
        if (percent > 0 && percent < 0.1) {
            return "under 0.1 %";
        }
        if (percent > 99.9 && percent < 100) {
            return "over 99.9 %";
        }
        return percent == Math.rint(percent) || percent >= 10
                ? String.format(Locale.ROOT, "%.0f %%", percent)
                : String.format(Locale.ROOT, "%.1f %%", percent);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

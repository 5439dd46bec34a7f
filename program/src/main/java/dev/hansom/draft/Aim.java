package dev.hansom.draft;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What is to be predicted: the column, whether it is one of two classes, the expression (over `%s`, its field) that
/// says
/// it, the text that is the class where it is one, and the evidence.
record Aim(Surveyed column, boolean classes, String expression, String positive, String why) {
    private static final Set<String> YES = Set.of(
            "1", "y", "yes", "t", "true", "ja", "si", "oui", "positive", "pos", "good", "won", "success", "churned");

    /// So few different whole numbers may be the codes of classes.
    private static final int FEW = 10;

    /// So many different texts may be classes.
    private static final int MOST_CLASSES = 50;

    /// Errors: `USAGE` where there is no such column, or where it is neither a number nor a class.
    static Aim of(Survey survey, String name) {
        Surveyed column = survey.column(name).orElseThrow(() -> unknown(survey, name));
        if (!column.isReadable()) {
            throw refused(name, "cannot be predicted: it is " + column.unreadable());
        }
        if (column.missing() == survey.rows()) {
            throw new ProblemException(Problem.of(
                    ErrorCode.TARGET_EMPTY, name, "the column has no value in any of " + survey.rows() + " rows"));
        }
        TreeMap<String, Long> levels = levels(survey.sample(), survey.index(name));
        if (column.type() == Type.BOOLEAN) {
            return new Aim(column, true, "%s", "", "true or false");
        }
        if (levels.size() == 2 && column.type() != Type.TIMESTAMP && column.type() != Type.DATE) {
            return two(column, levels);
        }
        return switch (column.type()) {
            case INT64, DOUBLE -> new Aim(column, false, "%s", "", number(levels.size(), column.type()));
            case BOOLEAN -> throw new IllegalStateException("seen before");
            case STRING -> {
                if (levels.size() > 2 && levels.size() <= MOST_CLASSES) {
                    yield one(column, levels);
                }
                throw refused(
                        name,
                        levels.size() == 1
                                ? "has the same text in every row"
                                : "is text with " + levels.size() + (levels.size() > 1_000 ? " or more" : "")
                                        + " different values");
            }
            case TIMESTAMP, DATE -> throw refused(name, "is a time");
        };
    }

    private static String number(int levels, Type type) {
        if (levels < 2) {
            return "a number with one value";
        }
        return levels <= FEW && type == Type.INT64
                ? "a number with " + levels + " values; if they are classes, ask one against the rest, such as = 1"
                : "a number with many values";
    }

    /// The most frequent of several classes, asked against all others: it has the most rows to learn from.
    private static Aim one(Surveyed column, TreeMap<String, Long> levels) {
        String most = levels.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
        String why = levels.size() + " classes: one is asked against the rest, here the most frequent; for another one"
                + " change positive";
        return new Aim(column, true, most.equals(most.strip()) ? "%s" : "trim(%s)", most.strip(), why);
    }

    private static Aim two(Surveyed column, TreeMap<String, Long> levels) {
        String first = levels.firstKey();
        String last = levels.lastKey();
        boolean number = column.type() != Type.STRING;
        String yes = number
                ? (Double.parseDouble(first) > Double.parseDouble(last) ? first : last)
                : YES.contains(first.toLowerCase(Locale.ROOT))
                        ? first
                        : YES.contains(last.toLowerCase(Locale.ROOT))
                                ? last
                                : levels.firstEntry().getValue()
                                                < levels.lastEntry().getValue()
                                        ? first
                                        : last;
        if (number) {
            return new Aim(column, true, "%s = " + yes, "", "two values");
        }
        return yes.equals(yes.strip())
                ? new Aim(column, true, "%s", yes, "two values")
                : new Aim(column, true, "trim(%s)", yes.strip(), "two values");
    }

    /// The values of the sample with their counts; it stops counting where there are many.
    private static TreeMap<String, Long> levels(Columns sample, int column) {
        TreeMap<String, Long> levels = new TreeMap<>();
        for (int row = 0; row < sample.size() && levels.size() <= 1_000; row++) {
            if (!sample.isNull(column, row)) {
                String value = switch (sample.schema().type(column)) {
                    case STRING -> String.valueOf(sample.text(column, row));
                    case DOUBLE -> number(sample.number(column, row));
                    default -> String.valueOf(sample.integer(column, row));
                };
                levels.merge(value, 1L, Long::sum);
            }
        }
        return levels;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    /// The expression over the field `observed`.
    String over(String observed) {
        return expression.replace("%s", observed);
    }

    /// The truth of every row of the sample; NaN where it is missing.
    double[] truths(Survey survey) {
        Columns sample = survey.sample();
        int index = survey.index(column.name());
        double[] truths = new double[sample.size()];
        double number = classes && expression.startsWith("%s = ")
                ? Double.parseDouble(expression.substring("%s = ".length()))
                : Double.NaN;
        for (int row = 0; row < truths.length; row++) {
            truths[row] = sample.isNull(index, row) ? Double.NaN : truth(sample, index, row);
            if (!Double.isNaN(truths[row]) && !Double.isNaN(number)) {
                truths[row] = truths[row] == number ? 1 : 0;
            }
        }
        return truths;
    }

    private double truth(Columns sample, int index, int row) {
        return switch (sample.schema().type(index)) {
            case STRING ->
                positive.equals(String.valueOf(sample.text(index, row)).strip()) ? 1 : 0;
            case DOUBLE -> sample.number(index, row);
            default -> sample.integer(index, row);
        };
    }

    private static ProblemException unknown(Survey survey, String name) {
        List<String> names =
                new ArrayList<>(survey.columns().stream().map(Surveyed::name).toList());
        List<String> some = names.subList(0, Math.min(40, names.size()));
        return new ProblemException(Problem.of(ErrorCode.USAGE, "--target", "no such column")
                .value(name)
                .expected("one of " + String.join(", ", some)
                        + (some.size() < names.size() ? ", … (" + names.size() + " columns)" : ""))
                .next(Nearest.to(name, names)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("")));
    }

    private static ProblemException refused(String name, String why) {
        return new ProblemException(Problem.of(ErrorCode.USAGE, "--target", "the column " + name + " " + why)
                .expected("a number, or classes (0 and 1, true and false, a text with at most " + MOST_CLASSES
                        + " values)"));
    }
}

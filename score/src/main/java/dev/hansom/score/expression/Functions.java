package dev.hansom.score.expression;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The functions and operators of the language, by DuckDB's names.
final class Functions {
    private static final Map<String, Function> OPERATORS = Map.ofEntries(
            Map.entry("+", Arithmetic::plus),
            Map.entry("-", Arithmetic::minus),
            Map.entry("*", Arithmetic.TIMES),
            Map.entry("/", Arithmetic.DIVIDE),
            Map.entry("//", Arithmetic.DIVIDE_WHOLES),
            Map.entry("%", Arithmetic.REMAINDER),
            Map.entry("=", Comparisons::compare),
            Map.entry("<>", Comparisons::compare),
            Map.entry("<", Comparisons::compare),
            Map.entry("<=", Comparisons::compare),
            Map.entry(">", Comparisons::compare),
            Map.entry(">=", Comparisons::compare),
            Map.entry("between", Comparisons::between),
            Map.entry("in", Membership::of),
            Map.entry("like", Like.FUNCTION),
            Map.entry("||", TextFunctions::join),
            Map.entry("and", Logic.AND),
            Map.entry("or", Logic.OR),
            Map.entry("not", Logic.NOT),
            Map.entry("is null", Logic::isNull));

    private static final Map<String, Function> NAMED = named();

    private Functions() {}

    private static Map<String, Function> named() {
        Map<String, Function> all = new LinkedHashMap<>();
        all.put("abs", MathFunctions.ABS);
        all.put("sign", MathFunctions.SIGN);
        all.put("floor", MathFunctions.FLOOR);
        all.put("ceil", MathFunctions.CEIL);
        all.put("round", Rounding.ROUND);
        all.put("trunc", Rounding.TRUNC);
        all.put("mod", Arithmetic.REMAINDER);
        all.put("sqrt", MathFunctions.SQRT);
        all.put("exp", MathFunctions.EXP);
        all.put("ln", MathFunctions.LN);
        all.put("log2", MathFunctions.LOG2);
        all.put("log10", MathFunctions.LOG10);
        all.put("pow", MathFunctions.POW);
        all.put("sin", MathFunctions.SIN);
        all.put("cos", MathFunctions.COS);
        all.put("atan2", MathFunctions.ATAN2);
        all.put("least", Extremes::least);
        all.put("greatest", Extremes::greatest);
        all.put("haversine", Haversine.FUNCTION);
        all.put("coalesce", Choices::coalesce);
        all.put("nullif", Choices::nullIf);
        all.put("lower", TextFunctions.LOWER);
        all.put("upper", TextFunctions.UPPER);
        all.put("trim", TextFunctions.TRIM);
        all.put("length", TextFunctions.LENGTH);
        all.put("substring", TextFunctions.SUBSTRING);
        all.put("contains", TextFunctions.CONTAINS);
        all.put("starts_with", TextFunctions.STARTS_WITH);
        all.put("replace", TextFunctions.REPLACE);
        all.put("year", TimeFunctions.reads(Part.YEAR));
        all.put("quarter", TimeFunctions.reads(Part.QUARTER));
        all.put("month", TimeFunctions.reads(Part.MONTH));
        all.put("week", TimeFunctions.reads(Part.WEEK));
        all.put("day", TimeFunctions.reads(Part.DAY));
        all.put("hour", TimeFunctions.reads(Part.HOUR));
        all.put("minute", TimeFunctions.reads(Part.MINUTE));
        all.put("second", TimeFunctions.reads(Part.SECOND));
        all.put("dayofweek", TimeFunctions.reads(Part.DAYOFWEEK));
        all.put("isodow", TimeFunctions.reads(Part.ISODOW));
        all.put("dayofyear", TimeFunctions.reads(Part.DAYOFYEAR));
        all.put("date_part", TimeFunctions::datePart);
        all.put("date_trunc", TimeFunctions::dateTrunc);
        all.put("date_diff", TimeFunctions::dateDiff);
        all.put("epoch", TimeFunctions.EPOCH);
        all.put("make_timestamp", TimeFunctions.MAKE_TIMESTAMP);
        return all;
    }

    /// The operator that the parser calls by `name`, or the function of this name in any case.
    static Optional<Function> find(String name) {
        Function operator = OPERATORS.get(name);
        return Optional.ofNullable(operator != null ? operator : NAMED.get(name.toLowerCase(Locale.ROOT)));
    }

    static boolean isNamed(String name) {
        return NAMED.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /// The functions that are written as names.
    static Collection<String> names() {
        return NAMED.keySet();
    }
}

package dev.hansom.learn;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import java.math.BigDecimal;

/// A rule for a class, as a formula that answers a probability.
///
/// A number is clamped to 0 and 1. A condition answers how frequent the class was among past rows for which it held, or
/// did not, or was unknown; each frequency leans on that of all rows as if by one row more.
final class ClassRule {
    private ClassRule() {}

    /// The formula of the expression `rule` in `scope`, on past rows with their truths (1 or 0).
    static String formula(String rule, Scope scope, Columns rows, double[] truths) {
        Expression compiled = Expression.compile(rule, scope);
        if (compiled.type() != Type.BOOLEAN) {
            return "CASE WHEN (" + rule + ") < 0.0 THEN 0.0 WHEN (" + rule + ") > 1.0 THEN 1.0 ELSE (" + rule + ") END";
        }
        double all = 0;
        long[] counts = new long[3];
        double[] sums = new double[3];
        for (int row = 0; row < truths.length; row++) {
            long held = compiled.integer(rows, row);
            int kind = held == Columns.NULL ? 2 : (int) held;
            counts[kind]++;
            sums[kind] += truths[row];
            all += truths[row];
        }
        String[] rates = new String[3];
        for (int kind = 0; kind < rates.length; kind++) {
            double rate = (sums[kind] + all / truths.length) / (counts[kind] + 1);
            rates[kind] = new BigDecimal(rate).toPlainString();
        }
        return "CASE WHEN (" + rule + ") THEN " + rates[1] + " WHEN NOT (" + rule + ") THEN " + rates[0] + " ELSE "
                + rates[2] + " END";
    }
}

package dev.hansom.learn;

import dev.hansom.project.LookupPlan;
import dev.hansom.project.Statistic;
import dev.hansom.score.Columns;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.feature.BoundLookup;
import dev.hansom.score.feature.Lookup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Learns lookups from past rows, one after the other: a later one may read the values of earlier ones.
///
/// While a later lookup is learned, the earlier ones' values on the same rows are those just learned from them.
/// Shrinking happens where a lookup answers, see [Lookup].
final class LookupFit {
    private final Rows rows;

    LookupFit(Rows rows) {
        this.rows = rows;
    }

    /// The lookups of `plans`, learned from the rows `use` and nothing else.
    List<Lookup> fit(List<LookupPlan> plans, int[] use) {
        List<Lookup> lookups = new ArrayList<>();
        Scope scope = rows.scope();
        for (LookupPlan plan : plans) {
            Lookup lookup = fit(plan, scope, use);
            lookups.add(lookup);
            scope = scope.with(lookup.name(), new BoundLookup(lookup, scope));
        }
        return lookups;
    }

    private Lookup fit(LookupPlan plan, Scope scope, int[] use) {
        Past past = past(plan, scope, use);
        double overall = past.size() == 0 ? plan.otherwise().orElse(Double.NaN) : past.overall(plan.statistic());
        List<Lookup.Level> levels =
                plan.levels().stream().map(keys -> level(plan, keys, past)).toList();
        return new Lookup(plan.name(), words(plan), plan.shrink(), levels, overall);
    }

    @SuppressWarnings("NullAway") // the record of another module does not show that key parts may be null
    private Lookup.Level level(LookupPlan plan, List<String> keys, Past past) {
        Rows.Keyed keyed = rows.keyed(keys);
        Groups groups = past.group(plan.statistic(), keyed);
        List<Lookup.Cell> cells = new ArrayList<>();
        for (int id = 0; id < groups.counts().length; id++) {
            if (groups.counts()[id] > 0 && !Double.isNaN(groups.statistics()[id])) {
                List<@Nullable Object> key = keyed.keys().get(id);
                cells.add(new Lookup.Cell(key, groups.counts()[id], groups.statistics()[id]));
            }
        }
        return new Lookup.Level(keys, cells);
    }

    private Past past(LookupPlan plan, Scope scope, int[] use) {
        Columns columns = rows.columns();
        Expression value = Expression.compile(plan.value(), scope);
        Expression denominator =
                plan.denominator().map(text -> Expression.compile(text, scope)).orElse(value);
        Expression where =
                plan.where().map(text -> Expression.compile(text, scope)).orElse(null);
        int[] kept = new int[use.length];
        double[] values = new double[use.length];
        double[] denominators = new double[use.length];
        int size = 0;
        for (int row : use) {
            double number = value.number(columns, row);
            double below = plan.statistic() == Statistic.RATIO ? denominator.number(columns, row) : 1;
            if (Double.isNaN(number) || Double.isNaN(below) || (where != null && !where.holds(columns, row))) {
                continue;
            }
            kept[size] = row;
            values[size] = number;
            denominators[size++] = below;
        }
        return new Past(Arrays.copyOf(kept, size), Arrays.copyOf(values, size), Arrays.copyOf(denominators, size));
    }

    private static String words(LookupPlan plan) {
        String what = switch (plan.statistic()) {
            case MEAN -> "mean of " + plan.value();
            case MEDIAN -> "median of " + plan.value();
            case RATIO ->
                "sum of " + plan.value() + " over sum of " + plan.denominator().orElse("1");
        };
        return plan.where().map(where -> what + " where " + where).orElse(what);
    }
}

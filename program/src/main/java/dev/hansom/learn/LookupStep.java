package dev.hansom.learn;

import dev.hansom.project.LookupPlan;
import dev.hansom.project.Measure;
import dev.hansom.project.Statistic;
import dev.hansom.score.Columns;
import dev.hansom.score.expression.Calculation;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.feature.Lookup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One lookup being learned again and again from different rows, with its value for every row since it was last
/// learned.
///
/// As a [Calculation] it answers that value: for rows that it did not learn from bit for bit what the [Lookup] will
/// answer, for the others, which later lookups learn from, as if the row itself had not been there. (A median or
/// quantile, which one row hardly moves, answers these as all others.)
/// Source of leaving one out: Stone, Cross-validatory choice, 1974.
/// Threads: not safe.
final class LookupStep implements Calculation {
    private final LookupPlan plan;
    private final Rows rows;
    private final List<Rows.Keyed> levels;
    private final Set<String> columns = new LinkedHashSet<>();
    private final Column value;
    private final Column denominator;
    private final Optional<Column> where;
    private final Set<String> reads = new LinkedHashSet<>();
    private final double[] answers;
    private boolean isRead;
    private OptionalDouble strength;
    private List<Groups> groups = List.of();
    private double overall = Double.NaN;

    private interface Column {
        double at(int row);
    }

    /// `scope` has earlier lookups as calculations over the same rows; `lookups` are their names.
    LookupStep(LookupPlan plan, Rows rows, Scope scope, Set<String> lookups) {
        this.plan = plan;
        this.rows = rows;
        this.levels = plan.levels().stream().map(rows::keyed).toList();
        for (List<String> level : plan.levels()) {
            level.forEach(
                    key -> columns.addAll(Expression.compile(key, rows.scope()).columns()));
        }
        Measure measure = plan.measure();
        this.value = column(measure.learned(), scope, lookups);
        this.denominator =
                measure.denominator().map(text -> column(text, scope, lookups)).orElse(row -> 1);
        this.where = measure.where().map(text -> column(text, scope, lookups));
        this.answers = new double[rows.size()];
        this.strength = plan.shrink();
    }

    private Column column(String text, Scope scope, Set<String> lookups) {
        Expression expression = Expression.compile(text, scope);
        List<String> read =
                expression.names().stream().filter(lookups::contains).toList();
        reads.addAll(read);
        if (!read.isEmpty()) {
            return row -> expression.number(rows.columns(), row);
        }
        double[] known = rows.numbers(expression);
        return row -> known[row];
    }

    String name() {
        return plan.name();
    }

    /// The earlier lookups that it reads.
    Set<String> reads() {
        return reads;
    }

    /// Says that a later lookup reads its values.
    void willBeRead() {
        isRead = true;
    }

    /// Learns from the rows `use` and nothing else. The first time chooses the strength, if the plan leaves it open.
    void learn(int[] use) {
        Past past = past(use);
        overall = past.size() == 0 ? plan.otherwise().orElse(Double.NaN) : past.overall(plan.measure());
        if (strength.isEmpty()) {
            strength = OptionalDouble.of(new Strengths(plan, rows, levels).best(past));
        }
        groups = levels.stream()
                .map(level -> scaled(past.group(plan.measure(), level), use.length))
                .toList();
        Arrays.fill(answers, overall);
        for (int i = levels.size() - 1; i >= 0; i--) {
            shrink(levels.get(i), groups.get(i));
        }
        Statistic statistic = plan.measure().statistic();
        if (isRead && (statistic == Statistic.MEAN || statistic == Statistic.RATIO)) {
            leaveOut(past);
        }
    }

    /// The values of the rows just learned from, each as if the row itself had not been there.
    private void leaveOut(Past past) {
        double prior = strength.orElseThrow();
        double below = 0;
        for (double one : past.denominators()) {
            below += one;
        }
        for (int i = 0; i < past.size(); i++) {
            int row = past.rows()[i];
            double value = past.values()[i];
            double denominator = past.denominators()[i];
            double answer = past.size() <= 1 ? overall : (overall * below - value) / (below - denominator);
            for (int level = levels.size() - 1; level >= 0; level--) {
                int id = levels.get(level).ids()[row];
                double without = groups.get(level).without(id, value, denominator);
                long left = groups.get(level).counts()[id] - 1;
                if (left >= plan.least() && !Double.isNaN(without)) {
                    answer = left * without / (left + prior) + (prior == 0 ? 0 : prior / (left + prior) * answer);
                }
            }
            answers[row] = answer;
        }
    }

    /// A count of some of the rows stands for a count of all.
    private Groups scaled(Groups found, int used) {
        if (plan.measure().statistic() != Statistic.COUNT || used == rows.size()) {
            return found;
        }
        double scale = (double) rows.size() / used;
        return new Groups(
                found.counts(),
                Arrays.stream(found.statistics()).map(count -> count * scale).toArray(),
                found.below());
    }

    private void shrink(Rows.Keyed level, Groups found) {
        double prior = strength.orElseThrow();
        int keys = found.counts().length;
        double[] own = new double[keys];
        double[] weight = new double[keys];
        for (int id = 0; id < keys; id++) {
            boolean known = found.knows(id, plan.least());
            double total = found.counts()[id] + prior;
            own[id] = known ? found.counts()[id] * found.statistics()[id] / total : 0;
            weight[id] = known ? prior / total : 1;
        }
        int[] ids = level.ids();
        for (int row = 0; row < answers.length; row++) {
            double coarser = weight[ids[row]];
            answers[row] = own[ids[row]] + (coarser == 0 ? 0 : coarser * answers[row]);
        }
    }

    private Past past(int[] use) {
        int[] kept = new int[use.length];
        double[] values = new double[use.length];
        double[] denominators = new double[use.length];
        int size = 0;
        for (int row : use) {
            if (where.isPresent() && where.get().at(row) != 1) {
                continue;
            }
            double number = value.at(row);
            double below = denominator.at(row);
            if (!Double.isNaN(number) && !Double.isNaN(below)) {
                kept[size] = row;
                values[size] = number;
                denominators[size++] = below;
            }
        }
        return new Past(Arrays.copyOf(kept, size), Arrays.copyOf(values, size), Arrays.copyOf(denominators, size));
    }

    /// What was learned last.
    Lookup lookup() {
        List<Lookup.Level> learned = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            learned.add(level(plan.levels().get(i), levels.get(i), groups.get(i)));
        }
        return new Lookup(plan.name(), plan.measure().words(), strength.orElseThrow(), learned, overall);
    }

    @SuppressWarnings("NullAway") // the record of another module does not show that key parts may be null
    private Lookup.Level level(List<String> keys, Rows.Keyed keyed, Groups found) {
        List<Lookup.Cell> cells = new ArrayList<>();
        for (int id = 0; id < found.counts().length; id++) {
            if (found.knows(id, plan.least())) {
                List<@Nullable Object> key = keyed.keys().get(id);
                cells.add(new Lookup.Cell(key, found.counts()[id], found.statistics()[id]));
            }
        }
        return new Lookup.Level(keys, cells);
    }

    @Override
    public double number(Columns given, int row) {
        return answers[row];
    }

    @Override
    public Set<String> columns() {
        return columns;
    }
}

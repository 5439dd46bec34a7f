package dev.hansom.learn;

import dev.hansom.project.CategoryPlan;
import dev.hansom.score.feature.Lookup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Numbers the levels of a category by how often past rows have them; equal ones in the order of their values.
///
/// It reads no target, so that training rows may be counted with the row that is encoded.
final class CategoryFit {
    private final Rows rows;

    CategoryFit(Rows rows) {
        this.rows = rows;
    }

    @SuppressWarnings("NullAway") // the record of another module does not show that key parts may be null
    Lookup fit(CategoryPlan plan) {
        Rows.Keyed keyed = rows.keyed(plan.keys());
        long[] counts = new long[keyed.keys().size()];
        for (int id : keyed.ids()) {
            counts[id]++;
        }
        Comparator<Integer> order = Comparator.comparingLong((Integer id) -> -counts[id])
                .thenComparing(id -> keyed.keys().get(id), CategoryFit::compare);
        List<Integer> kept = IntStream.range(0, counts.length)
                .boxed()
                .filter(id ->
                        counts[id] >= plan.least() && !missing(keyed.keys().get(id)))
                .sorted(order)
                .limit(plan.most())
                .toList();
        List<Lookup.Cell> cells = new ArrayList<>();
        for (int code = 0; code < kept.size(); code++) {
            int id = kept.get(code);
            cells.add(new Lookup.Cell(keyed.keys().get(id), counts[id], code));
        }
        cells.add(new Lookup.Cell(java.util.Collections.nCopies(plan.keys().size(), null), 1, Double.NaN));
        return plan.lookup(cells, kept.size());
    }

    private static boolean missing(List<@Nullable Object> key) {
        return key.stream().allMatch(part -> part == null);
    }

    private static int compare(List<@Nullable Object> a, List<@Nullable Object> b) {
        for (int i = 0; i < a.size(); i++) {
            Object left = a.get(i);
            Object right = b.get(i);
            int order = left == null || right == null
                    ? Boolean.compare(left != null, right != null)
                    : left instanceof Long number
                            ? Long.compare(number, (Long) right)
                            : ((String) left).compareTo((String) right);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}

package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import dev.hansom.score.Columns;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `value IN (…)`: a list of constants is searched, any other compared one by one. Three-valued: NULL in the list
/// makes "not found" unknown.
final class Membership {
    private Membership() {}

    static Term of(Call call) {
        List<Term> terms = Comparisons.alike(call);
        Term value = terms.get(0);
        List<Term> list = terms.subList(1, terms.size());
        Supplier<String> sql = () -> "(" + value.sql() + " IN "
                + list.stream().map(Term::sql).collect(Collectors.joining(", ", "(", ")")) + ")";
        if (!list.stream().allMatch(Term::isConstant)) {
            return Term.truth(terms, sql, equalities(call, value, list));
        }
        return switch (value.type()) {
            case DOUBLE -> numbers(terms, sql);
            case STRING -> texts(terms, sql);
            case INT64, TIMESTAMP, DATE, BOOLEAN -> wholes(terms, sql);
        };
    }

    private static Wholes equalities(Call call, Term value, List<Term> list) {
        Wholes[] tests = list.stream()
                .map(each -> new Call(call.text(), "=", call.at(), List.of(value, each), call.places()))
                .map(equal -> Comparisons.compare(equal).wholes())
                .toArray(Wholes[]::new);
        return (columns, row) -> {
            long found = 0;
            for (Wholes test : tests) {
                long answer = test.at(columns, row);
                if (answer == 1) {
                    return 1;
                }
                found = answer == NULL ? NULL : found;
            }
            return found;
        };
    }

    private static Term numbers(List<Term> terms, Supplier<String> sql) {
        Numbers value = terms.get(0).numbers();
        double[] all = terms.stream()
                .skip(1)
                .mapToDouble(term -> term.constantNumber() + 0.0)
                .toArray();
        double[] known =
                Arrays.stream(all).filter(each -> !Double.isNaN(each)).sorted().toArray();
        long otherwise = known.length < all.length ? NULL : 0;
        Wholes one = (c, r) -> number(known, otherwise, value.at(c, r));
        return Term.truth(terms, sql, one, Fill.ofNumber(terms.get(0), (x, into, rows) -> {
            for (int i = 0; i < rows; i++) {
                into[i] = number(known, otherwise, x[i]);
            }
        }));
    }

    private static long number(double[] known, long otherwise, double x) {
        return Double.isNaN(x) ? NULL : Arrays.binarySearch(known, x + 0.0) >= 0 ? 1 : otherwise;
    }

    private static Term wholes(List<Term> terms, Supplier<String> sql) {
        Wholes value = terms.get(0).wholes();
        long[] all = terms.stream().skip(1).mapToLong(Term::constantWhole).toArray();
        long[] known =
                Arrays.stream(all).filter(each -> each != Columns.NULL).sorted().toArray();
        long otherwise = known.length < all.length ? NULL : 0;
        Wholes one = (c, r) -> whole(known, otherwise, value.at(c, r));
        return Term.truth(terms, sql, one, Fill.ofWhole(terms.get(0), (x, into, rows) -> {
            for (int i = 0; i < rows; i++) {
                into[i] = whole(known, otherwise, x[i]);
            }
        }));
    }

    private static long whole(long[] known, long otherwise, long x) {
        return x == NULL ? NULL : Arrays.binarySearch(known, x) >= 0 ? 1 : otherwise;
    }

    private static Term texts(List<Term> terms, Supplier<String> sql) {
        Texts value = terms.get(0).texts();
        Set<String> known = new HashSet<>();
        boolean unknown = false;
        for (Term term : terms.subList(1, terms.size())) {
            String text = term.constantText();
            unknown |= text == null;
            if (text != null) {
                known.add(text);
            }
        }
        long otherwise = unknown ? NULL : 0;
        Wholes one = (c, r) -> text(known, otherwise, value.at(c, r));
        return Term.truth(terms, sql, one, Fill.ofText(terms.get(0), (x, into, rows) -> {
            for (int i = 0; i < rows; i++) {
                into[i] = text(known, otherwise, x[i]);
            }
        }));
    }

    private static long text(Set<String> known, long otherwise, @Nullable String x) {
        return x == null ? NULL : known.contains(x) ? 1 : otherwise;
    }
}

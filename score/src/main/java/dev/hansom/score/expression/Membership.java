package dev.hansom.score.expression;

import static dev.hansom.score.Columns.NULL;

import dev.hansom.score.Columns;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// `value IN (…)`: a list of constants is searched, any other compared one by one. Three-valued: NULL in the list
/// makes "not found" unknown.
final class Membership {
    private Membership() {}

    static Term of(Call call) {
        List<Term> terms = Comparisons.alike(call);
        Term value = terms.get(0);
        List<Term> list = terms.subList(1, terms.size());
        Wholes wholes =
                list.stream().allMatch(Term::isConstant) ? constants(value, list) : equalities(call, value, list);
        return Term.truth(
                terms,
                () -> "(" + value.sql() + " IN "
                        + list.stream().map(Term::sql).collect(Collectors.joining(", ", "(", ")")) + ")",
                wholes);
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

    private static Wholes constants(Term value, List<Term> list) {
        return switch (value.type()) {
            case DOUBLE -> numbers(value.numbers(), list);
            case STRING -> texts(value.texts(), list);
            case INT64, TIMESTAMP, DATE, BOOLEAN -> wholes(value.wholes(), list);
        };
    }

    private static Wholes numbers(Numbers value, List<Term> list) {
        double[] all =
                list.stream().mapToDouble(term -> term.constantNumber() + 0.0).toArray();
        double[] known =
                Arrays.stream(all).filter(each -> !Double.isNaN(each)).sorted().toArray();
        long otherwise = known.length < all.length ? NULL : 0;
        return (columns, row) -> {
            double x = value.at(columns, row);
            return Double.isNaN(x) ? NULL : Arrays.binarySearch(known, x + 0.0) >= 0 ? 1 : otherwise;
        };
    }

    private static Wholes wholes(Wholes value, List<Term> list) {
        long[] all = list.stream().mapToLong(Term::constantWhole).toArray();
        long[] known =
                Arrays.stream(all).filter(each -> each != Columns.NULL).sorted().toArray();
        long otherwise = known.length < all.length ? NULL : 0;
        return (columns, row) -> {
            long x = value.at(columns, row);
            return x == NULL ? NULL : Arrays.binarySearch(known, x) >= 0 ? 1 : otherwise;
        };
    }

    private static Wholes texts(Texts value, List<Term> list) {
        Set<String> known = new HashSet<>();
        boolean unknown = false;
        for (Term term : list) {
            String text = term.constantText();
            unknown |= text == null;
            if (text != null) {
                known.add(text);
            }
        }
        long otherwise = unknown ? NULL : 0;
        return (columns, row) -> {
            String x = value.at(columns, row);
            return x == null ? NULL : known.contains(x) ? 1 : otherwise;
        };
    }
}

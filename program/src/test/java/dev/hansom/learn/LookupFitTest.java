package dev.hansom.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.feature.BoundLookup;
import dev.hansom.score.feature.Lookup;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupFitTest {
    private static final String NESTED = """
        lookups:
          usual: {mean: y, by: [from_shop, to_shop], then: [[to_shop]], shrink: 3}
          rest: {mean: y, after: usual, by: [colour, size], then: [[colour]], shrink: 5}
          late: {quantile: [y, 0.9], after: usual + rest, by: [colour], shrink: 2}
          factor: {ratio: [y, usual + rest], by: [size]}
          rows: {count: 1, by: [from_shop]}
          middle: {median: y, where: price > 2, by: [colour], least: 30}
        features: {usual: usual, rest: rest, late: late, factor: factor, rows: rows, middle: middle}
        """;

    @TempDir
    Path folder;

    @Test
    void theValuesOfOtherRowsAreBitForBitThoseThatAnswer() {
        Project project = Shop.project(folder, NESTED);
        Columns columns = Shop.rows(project, 1_500, 1);
        Rows rows = new Parts(project).rows(columns);
        LookupFit fit = new LookupFit(rows, project.lookups());
        fit.learn(Parts.range(0, 1_000));
        Scope answering = rows.scope();
        for (Lookup lookup : fit.lookups()) {
            answering = answering.with(lookup.name(), new BoundLookup(lookup, answering));
        }
        for (String name : List.of("usual", "rest", "late", "factor", "rows", "middle")) {
            Expression known = Expression.compile(name, fit.scope());
            Expression answered = Expression.compile(name, answering);
            for (int row = 1_000; row < columns.size(); row++) {
                assertThat(known.number(columns, row)).as(name).isEqualTo(answered.number(columns, row));
            }
        }
    }

    @Test
    void aRowThatIsLearnedFromIsAnsweredAsIfItHadNotBeenThere() {
        Project project = Shop.project(folder, NESTED);
        Columns columns = Shop.rows(project, 300, 1);
        Rows rows = new Parts(project).rows(columns);
        LookupFit fit = new LookupFit(rows, project.lookups());
        fit.learn(Parts.range(0, 300));
        Expression usual = Expression.compile("usual", fit.scope());
        double[] known = new double[300];
        for (int row = 0; row < 300; row++) {
            known[row] = usual.number(columns, row);
        }
        for (int row = 0; row < 300; row += 7) {
            int without = row;
            fit.learn(IntStream.range(0, 300).filter(one -> one != without).toArray());
            assertThat(known[row]).isCloseTo(usual.number(columns, row), within(1e-9));
        }
    }

    @Test
    void whatIsNestedIsStillOutOfFold() {
        Project project = Shop.project(folder, NESTED);
        Columns before = Shop.rows(project, 1_000, 2);
        Columns after = Shop.rows(project, 1_000, 2);
        for (int row = 300; row < 400; row++) {
            Shop.set(after, row, "y", 1e6);
            Shop.set(after, row, "sold", -1e6);
        }
        float[] left = features(project, before);
        float[] right = features(project, after);
        int width = project.features().size();
        assertThat(Arrays.copyOfRange(right, 300 * width, 400 * width))
                .as("no feature of the fourth fold has seen a target of the fourth fold")
                .isEqualTo(Arrays.copyOfRange(left, 300 * width, 400 * width));
        assertThat(Arrays.copyOfRange(right, 0, 300 * width)).isNotEqualTo(Arrays.copyOfRange(left, 0, 300 * width));
    }

    @Test
    void whatIsLeftIsSmallAndCountsStandForAllRows() {
        Project project = Shop.project(folder, NESTED);
        Columns columns = Shop.rows(project, 2_000, 3);
        float[] features = features(project, columns);
        int width = project.features().size();
        double counted = 0;
        for (int row = 0; row < columns.size(); row++) {
            counted += features[row * width + 4] / columns.size();
        }
        assertThat(counted).as("a shop has a twelfth of the rows").isCloseTo(2_000 / 12.0, within(8.0));
        Lookup rest = lookups(project, columns).get(1);
        assertThat(rest.statistic()).isEqualTo("mean of y after usual");
        assertThat(rest.overall()).isCloseTo(0, within(0.2));
    }

    @Test
    void aKeyWithFewRowsIsLeftToCoarserOnes() {
        Project project = Shop.project(folder, """
            lookups:
              usual: {mean: y, by: [colour, from_shop, to_shop, size], then: [[colour]], least: 3}
            features: {usual: usual}
            """);
        Lookup usual = lookups(project, Shop.rows(project, 2_000, 4)).getFirst();
        assertThat(usual.levels().getFirst().cells()).isNotEmpty().allMatch(cell -> cell.count() >= 3);
    }

    @Test
    void theStrengthIsChosenByThePast() {
        assertThat(chosen("[colour]", "y")).as("few keys with much to say").isLessThanOrEqualTo(20);
        assertThat(chosen("[from_shop, to_shop, size]", "y"))
                .as("many keys with nothing to say")
                .isGreaterThanOrEqualTo(200);
        assertThat(chosen("[from_shop, to_shop, size]", "y")).isEqualTo(chosen("[from_shop, to_shop, size]", "y"));
        assertThat(chosen("[from_shop, to_shop]", "miles"))
                .as("keys that say all")
                .isLessThanOrEqualTo(1);
    }

    private double chosen(String keys, String value) {
        Project project = Shop.project(folder, """
            lookups:
              usual: {mean: %s, by: %s, shrink: auto}
            features: {usual: usual}
            """.formatted(value, keys));
        return lookups(project, Shop.rows(project, 3_000, 6)).getFirst().strength();
    }

    @Test
    void aQuantileIsThatOfNumpy() {
        double[] values = {9, 1, 4, 7, 2};
        assertThat(Past.quantile(values, 0, 5, 0.9)).isCloseTo(8.2, within(1e-12));
        assertThat(Past.quantile(values, 0, 5, 0.5)).isEqualTo(4);
        assertThat(Past.quantile(values, 0, 4, 0.5)).isEqualTo(5.5);
        assertThat(Past.quantile(values, 1, 1, 0.5)).isNaN();
        assertThat(Past.quantile(values, 0, 5, 1)).isEqualTo(9);
    }

    private static List<Lookup> lookups(Project project, Columns columns) {
        return new OutOfFold(project, new Parts(project).rows(columns)).lookups();
    }

    private static float[] features(Project project, Columns columns) {
        return new OutOfFold(project, new Parts(project).rows(columns))
                .matrix(Parts.range(0, columns.size()), new double[columns.size()], Progress.NONE)
                .features();
    }
}

package dev.hansom.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.feature.BoundLookup;
import dev.hansom.score.feature.Lookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What encoders learn, against scikit-learn and category_encoders: `python/oracles/encoders.py` wrote their answers.
class EncodersTest {
    private static final Path ORACLE = Path.of("src/test/resources/learn");

    @TempDir
    Path folder;

    @Test
    void aShrunkMeanIsThatOfCategoryEncoders() throws IOException {
        Project project = Shop.project(folder, """
            lookups:
              usual: {mean: y, by: [colour], shrink: 20}
            features: {usual: usual}
            """);
        List<String[]> oracle = lines("means.tsv", 1);
        Columns rows = coloured(project, oracle);
        Lookup lookup =
                new OutOfFold(project, new Parts(project).rows(rows)).lookups().getFirst();
        BoundLookup bound =
                new BoundLookup(lookup, new Parts(project).rows(rows).scope());
        for (int row = 0; row < rows.size(); row++) {
            assertThat(bound.number(rows, row)).isCloseTo(Double.parseDouble(oracle.get(row)[3]), within(1e-9));
        }
    }

    @Test
    void levelsAreKeptAndFoldedAsScikitLearnDoes() throws IOException {
        Project project = Shop.project(folder, """
            features:
              paint: {category: colour, least: 20}
            """);
        List<String[]> oracle = lines("means.tsv", 1);
        Columns rows = coloured(project, oracle);
        OutOfFold folds = new OutOfFold(project, new Parts(project).rows(rows));
        float[] codes = folds.matrix(Parts.range(0, rows.size()), new double[rows.size()], Progress.NONE)
                .features();
        Map<String, Float> byOracle = new HashMap<>();
        for (int row = 0; row < codes.length; row++) {
            Float known = byOracle.putIfAbsent(oracle.get(row)[4], codes[row]);
            assertThat(known == null ? codes[row] : known).isEqualTo(codes[row]);
        }
        assertThat(byOracle.values()).containsExactlyInAnyOrder(0f, 1f, 2f, 3f, 4f);
        assertThat(folds.lookups().getFirst().overall()).as("rare").isEqualTo(4);
    }

    @Test
    void aMapHasNoMoreStressThanTheBestOfThirtyTwoStartsOfScikitLearn() throws IOException {
        List<String[]> pairs = lines("places.tsv", 2);
        int[][] to = new int[30][29];
        double[][] lengths = new double[30][29];
        double[][] weights = new double[30][29];
        int[] next = new int[30];
        for (String[] pair : pairs) {
            for (int end = 0; end < 2; end++) {
                int from = Integer.parseInt(pair[end]);
                to[from][next[from]] = Integer.parseInt(pair[1 - end]);
                lengths[from][next[from]] = Double.parseDouble(pair[2]);
                weights[from][next[from]++] = 1;
            }
        }
        Layout layout = new Layout(new Roads(to, lengths, weights), 2);
        double[][] places = layout.places();
        double stress = 0;
        for (String[] pair : pairs) {
            double[] a = places[Integer.parseInt(pair[0])];
            double[] b = places[Integer.parseInt(pair[1])];
            stress += Math.pow(Math.hypot(a[0] - b[0], a[1] - b[1]) - Double.parseDouble(pair[2]), 2);
        }
        String head = Files.readAllLines(ORACLE.resolve("places.tsv")).get(1);
        double best = Double.parseDouble(head.substring(head.lastIndexOf(' ') + 1));
        assertThat(stress).isLessThan(best * 1.001);
    }

    @Test
    void shopsOnALineAreLaidOutOnALine() {
        Project project = Shop.project(folder, """
            features:
              map: {coordinates: {from: from_shop, to: to_shop, distance: miles, dimensions: 1}}
            """);
        Columns rows = Shop.rows(project, 3_000, 3);
        Map<String, Lookup> learned = learned(project, rows);
        Lookup from = learned.get("map_from_x");
        assertThat(from.levels().getFirst().cells())
                .isEqualTo(learned.get("map_to_x").levels().getFirst().cells());
        double[] places = new double[12];
        from.levels()
                .getFirst()
                .cells()
                .forEach(cell -> places[(int) (long) (Long) cell.key().getFirst()] = cell.statistic());
        double step = (places[11] - places[0]) / 11;
        assertThat(Math.abs(step)).isCloseTo(3.2, within(0.2));
        for (int i = 0; i < 12; i++) {
            assertThat(places[i]).isCloseTo(places[0] + i * step, within(0.5));
        }
        assertThat(from.overall()).as("an unknown shop").isNaN();
    }

    @Test
    void coordinatesMeanTheSameInEveryFold() {
        Project project = Shop.project(folder, """
            features:
              map: {coordinates: {from: from_shop, to: to_shop, distance: miles}}
              far: map_distance * 2
            """);
        Columns rows = Shop.rows(project, 3_000, 5);
        OutOfFold folds = new OutOfFold(project, new Parts(project).rows(rows));
        Matrix matrix = folds.matrix(Parts.range(0, rows.size()), new double[rows.size()], Progress.NONE);
        BoundLookup answering = new BoundLookup(
                folds.lookups().getFirst(), new Parts(project).rows(rows).scope());
        double off = 0;
        double spread = 0;
        for (int row = 0; row < rows.size(); row++) {
            float x = matrix.features()[row * matrix.columns()];
            off += Math.pow(x - answering.number(rows, row), 2);
            spread += x * x;
            assertThat(matrix.features()[row * matrix.columns() + 5])
                    .as("a feature made of an earlier one")
                    .isCloseTo(2 * matrix.features()[row * matrix.columns() + 4], within(1e-4f));
        }
        assertThat(off / spread).isLessThan(0.001);
    }

    @Test
    void linearModelsSeeAColumnForEachLevel() {
        Project project = Shop.project(folder, """
            features:
              paint: {category: colour, least: 60}
              clock: {cyclical: hour(at), period: 24}
            learner: {kind: ridge}
            """);
        Columns rows = Shop.rows(project, 1_000, 9);
        Model model = new RidgeTrainer(project, Map.of()).fit(rows, Progress.NONE);
        assertThat(model.features().stream().map(dev.hansom.score.feature.Feature::name))
                .startsWith("paint=red", "paint=green", "paint=blue")
                .endsWith("paint is rare", "paint is missing", "clock_sin", "clock_cos");
        Model read = Model.read(model.bytes());
        assertThat(read.predict(Map.of("colour", "red")))
                .isGreaterThan(read.predict(Map.of("colour", "green")) + 3)
                .isGreaterThan(read.predict(Map.of("colour", "never seen")) + 3);
        assertThat(read.predict(Map.of("colour", "never seen"))).isEqualTo(read.predict(Map.of("colour", "unheard")));
    }

    @Test
    void aCrossNumbersPairsAndAMissingPartIsALevel() {
        Project project = Shop.project(folder, """
            features:
              both: {cross: [colour, size], least: 1}
            """);
        Columns rows = Shop.rows(project, 2_000, 4);
        Lookup codes = learned(project, rows).get("both_code");
        List<Lookup.Cell> cells = codes.levels().getFirst().cells();
        assertThat(cells).hasSize(6 * 4 + 1);
        assertThat(cells.stream()
                        .filter(cell ->
                                cell.key().getFirst() == null && cell.key().get(1) != null))
                .hasSize(4);
        assertThat(codes.statistic()).contains("colour x size").contains("rare: 24");
        for (int i = 1; i < 24; i++) {
            assertThat(cells.get(i).count())
                    .isLessThanOrEqualTo(cells.get(i - 1).count());
        }
    }

    private static Map<String, Lookup> learned(Project project, Columns rows) {
        Map<String, Lookup> byName = new HashMap<>();
        new OutOfFold(project, new Parts(project).rows(rows)).lookups().forEach(one -> byName.put(one.name(), one));
        return byName;
    }

    private static Columns coloured(Project project, List<String[]> oracle) {
        Columns rows = new Columns(project.labelledSchema(), oracle.size());
        for (String[] line : oracle) {
            int row = rows.append();
            Shop.set(rows, row, "at", row * 1_000_000L);
            rows.set(Shop.index(rows, "colour"), row, line[0]);
            Shop.set(rows, row, "y", Double.parseDouble(line[2]));
        }
        return rows;
    }

    private static List<String[]> lines(String file, int comments) throws IOException {
        List<String[]> lines = new ArrayList<>();
        List<String> all = Files.readAllLines(ORACLE.resolve(file));
        all.subList(comments + 1, all.size()).forEach(line -> lines.add(line.split("\t")));
        return lines;
    }
}

package dev.hansom.score.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.score.Columns;
import dev.hansom.score.Contributions;
import dev.hansom.score.file.ModelReader;
import dev.hansom.score.kernel.ForestModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Contributions are those of the libraries, made by `python/oracles/contributions.py`: XGBoost
/// calculates them in
/// float32, LightGBM in float64. For a forest that averages, LightGBM does not divide what its trees
/// add; we do, so
/// that contributions add up to the answer.
class ContributionsTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    @ParameterizedTest
    @MethodSource("tables")
    void contributionsAreThoseOfTheLibrary(Path table) throws IOException {
        OracleCase of = cases(table.getParent().getFileName().toString())
                .get(table.getFileName().toString());
        if (!(ModelReader.read(of.model()) instanceof ForestModel model)) {
            return;
        }
        double bound = table.toString().contains("xgboost") ? 2e-5 : 1e-10;
        Columns columns = of.columns(model.schema());
        List<String> lines = Files.readAllLines(table);
        for (int row = 0; row + 1 < lines.size(); row++) {
            double[] theirs = Arrays.stream(lines.get(row + 1).split("\t"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double[] ours = flat(model.contributions(columns, row));
            double divisor = model.forest().sums().divisor();
            double scale = 1;
            for (double each : theirs) {
                scale = Math.max(scale, Math.abs(each));
            }
            for (int i = 0; i < ours.length; i++) {
                ours[i] *= divisor;
            }
            assertThat(ours).as(table + " row " + row).containsExactly(theirs, within(bound * scale));
        }
    }

    @Test
    void thereAreManyCases() throws IOException {
        assertThat(tables()).hasSizeGreaterThan(50);
    }

    static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("contributions"))) {
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, OracleCase> cases(String library) {
        return OracleCase.under(RESOURCES.resolve("oracle").resolve(library))
                .collect(Collectors.toMap(each -> each.table().getFileName().toString(), each -> each));
    }

    private static double[] flat(List<Contributions> outputs) {
        return outputs.stream()
                .flatMapToDouble(
                        each -> DoubleStream.concat(Arrays.stream(each.values()), DoubleStream.of(each.bias())))
                .toArray();
    }
}

package dev.hansom.score.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.score.Columns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// DuckDB 2.0 is the judge: of what we print, on rows of edge values, and of how a text is read.
class OracleTest {
    private static final Columns EDGES = EdgeRows.of(120, new Random(3));
    private static Oracle oracle;

    @BeforeAll
    static void open() throws SQLException {
        oracle = new Oracle(EDGES);
    }

    @AfterAll
    static void close() throws SQLException {
        oracle.close();
    }

    static List<String> onRows() {
        return lines("oracle-rows.txt");
    }

    static List<String> asRead() {
        return lines("oracle-texts.txt");
    }

    @ParameterizedTest
    @MethodSource("onRows")
    void ourSqlAnswersLikeUs(String text) throws SQLException {
        assertThat(oracle.disagreements(List.of(Expression.compile(text, Rows.SCOPE)), EDGES))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("asRead")
    void duckDbReadsTheSameTextTheSameWay(String text) throws SQLException {
        Expression ours = Expression.compile("CAST((" + text + ") AS VARCHAR)", Rows.SCOPE);
        assertThat(ours.string(Rows.ride().columns(), 0)).as(text).isEqualTo(oracle.text(text));
    }

    @Test
    void aTableIsPrintedAsACase() throws SQLException {
        Expression table = Expression.compile("borough(PULocationID)", Rows.SCOPE);
        assertThat(table.sql()).startsWith("CASE \"PULocationID\" WHEN 7 THEN 'Queens'");
        assertThat(oracle.disagreements(List.of(table), EDGES)).isEmpty();
    }

    @Test
    void aTableOfNumbersOrByTextsIsPrintedAsACase() throws SQLException {
        for (String text : List.of("north(PULocationID)", "rank(flag) * 2", "tongue(flag) || 'x'")) {
            assertThat(oracle.disagreements(List.of(Expression.compile(text, Rows.SCOPE)), EDGES))
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void aDefinitionIsPrintedInFull() throws SQLException {
        Expression inner = Expression.compile("miles / fare", Rows.SCOPE);
        Expression outer = Expression.compile("coalesce(ratio, -1) * 2", Rows.SCOPE.with("ratio", inner));
        assertThat(outer.sql()).contains("\"miles\"").doesNotContain("ratio");
        assertThat(oracle.disagreements(List.of(outer), EDGES)).isEmpty();
    }

    private static List<String> lines(String name) {
        try {
            Path file = Path.of(OracleTest.class.getResource(name).toURI());
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

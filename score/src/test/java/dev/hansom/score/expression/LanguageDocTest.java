package dev.hansom.score.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `docs/expressions.md` tells the truth about the language, and about where DuckDB differs.
class LanguageDocTest {
    private static final Path PAGE = Path.of("..", "docs", "expressions.md");

    @Test
    void everyFunctionIsDescribed() throws IOException {
        String functions = section("## Functions");
        assertThat(Functions.names()).allSatisfy(name -> assertThat(functions).contains("`" + name + "("));
    }

    @Test
    void everyKeywordAndPartIsNamed() throws IOException {
        String names = section("## Names");
        assertThat(Parser.KEYWORDS).allSatisfy(word -> assertThat(names).containsPattern("[` ]" + word + "[` ]"));
        String functions = section("## Functions");
        assertThat(Part.names()).allSatisfy(part -> assertThat(functions).containsPattern("[` ]" + part + "[` ]"));
    }

    @Test
    void limitsAreAsStated() throws IOException {
        assertThat(section("## Limits"))
                .contains(
                        "| " + String.format("%,d", Lexer.TEXT_AT_MOST) + " characters |",
                        "| " + Parser.NESTING_AT_MOST + " |",
                        "| " + Compiler.DEPTH_AT_MOST + " |",
                        "| " + String.format("%,d", Compiler.SIZE_AT_MOST) + " |");
        assertThat(section("## Types")).contains(String.format("%,d", Texts.LENGTH_AT_MOST));
    }

    @Test
    void everyDifferenceFromDuckDbIsReal() throws IOException, SQLException {
        List<String[]> rows = section("## Differences")
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toArray(String[]::new))
                .toList();
        assertThat(rows).hasSizeGreaterThan(30);
        try (Oracle oracle = new Oracle(new Columns(new Schema(List.of()), 1))) {
            for (String[] row : rows) {
                assertThat(ours(row[0])).as(row[0] + " in Hansom").isEqualTo(row[1]);
                assertThat(theirs(oracle, row[0])).as(row[0] + " in DuckDB").isEqualTo(row[2]);
                assertThat(row[1]).as(row[0]).isNotEqualTo(row[2]);
            }
        }
    }

    private static String ours(String text) {
        try {
            Object answer = Rows.answer("CAST((" + text + ") AS VARCHAR)");
            return answer == null ? "NULL" : answer.toString();
        } catch (ExpressionException e) {
            return "refused";
        }
    }

    private static String theirs(Oracle oracle, String text) {
        try {
            String answer = oracle.text(text);
            return answer == null ? "NULL" : answer.replace("-nan", "nan");
        } catch (SQLException e) {
            return "error";
        }
    }

    private static String section(String heading) throws IOException {
        String page = Files.readString(PAGE);
        String rest = page.substring(page.indexOf("\n" + heading));
        int end = rest.indexOf("\n## ", 1);
        return end < 0 ? rest : rest.substring(0, end);
    }
}

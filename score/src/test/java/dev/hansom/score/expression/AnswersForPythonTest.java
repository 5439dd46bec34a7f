package dev.hansom.score.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What random expressions answer stands in `python/expressions.json`, which `python/check_loader.py` holds the loader
/// for Python against. `-Dgolden.update=true` writes it anew.
class AnswersForPythonTest {
    private static final Path FILE = Path.of("../python/expressions.json");
    private static final int EXPRESSIONS = Integer.getInteger("python.expressions", 600);
    private static final int ROWS = Integer.getInteger("python.rows", 12);
    private static final int SEED = Integer.getInteger("python.seed", 5);

    @Test
    void theFileSaysWhatTheyAnswer() throws IOException {
        String text = document();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(FILE, text);
        }
        assertThat(FILE).hasContent(text);
    }

    private static String document() {
        Random random = new Random(SEED);
        RandomExpressions texts = new RandomExpressions(random);
        Columns rows = EdgeRows.of(ROWS, random);
        List<Expression> all = IntStream.range(0, EXPRESSIONS)
                .mapToObj(i -> Expression.compile(texts.next(), Rows.SCOPE))
                .toList();
        return "{\"fields\": "
                + list(
                        Rows.SCHEMA.columns(),
                        column -> "{\"name\": " + json(column.name()) + ", \"type\": "
                                + json(column.type().text()) + "}")
                + ",\n\"tables\": "
                + list(tables(), AnswersForPythonTest::table)
                + ",\n\"rows\": "
                + list(indexes(rows.size()), row -> row(rows, row))
                + ",\n\"expressions\": "
                + list(
                        all,
                        expression -> "{\"text\": " + json(expression.text()) + ", \"type\": "
                                + json(expression.type().text()) + ", \"answers\": " + answers(expression, rows) + "}")
                + "}\n";
    }

    private static List<Table> tables() {
        return Rows.SCOPE.names().values().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    private static String table(Table table) {
        return "{\"name\": " + json(table.name()) + ", \"key\": "
                + json(table.key().text()) + ", \"type\": "
                + json(table.type().text()) + ", \"otherwise\": " + json(table.otherwise()) + ", \"values\": "
                + list(
                        List.copyOf(table.sorted().entrySet()),
                        entry -> "[" + json(entry.getKey()) + ", " + json(entry.getValue()) + "]")
                + "}";
    }

    private static String row(Columns rows, int row) {
        Schema schema = rows.schema();
        return list(indexes(schema.size()), column -> json(value(rows, column, row)));
    }

    private static Object value(Columns rows, int column, int row) {
        Type type = rows.schema().type(column);
        return rows.isNull(column, row)
                ? null
                : type == Type.DOUBLE
                        ? (Object) rows.number(column, row)
                        : type == Type.STRING ? rows.text(column, row) : (Object) rows.integer(column, row);
    }

    private static String answers(Expression expression, Columns rows) {
        return list(indexes(rows.size()), row -> {
            Object answer = Rows.answer(expression, rows, row);
            return json(answer instanceof Boolean truth ? (Object) (truth ? 1L : 0L) : answer);
        });
    }

    private static List<Integer> indexes(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static <T> String list(List<T> items, Function<T, String> text) {
        return items.stream().map(text).collect(Collectors.joining(", ", "[", "]"));
    }

    /// As Python reads it: with infinities.
    private static String json(Object value) {
        if (!(value instanceof String text)) {
            return String.valueOf(value);
        }
        return text.chars()
                .mapToObj(c -> c >= 32 && c < 127 && c != '"' && c != '\\'
                        ? Character.toString(c)
                        : String.format("\\u%04x", c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}

package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.base.Json;
import dev.hansom.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `hansom data` says of a table, held against what DuckDB says of it.
class DataCardTest {
    private static final String TEXT = """
            name: shop
            question: What will it cost?
            owner: me
            target: {name: price, expression: cost, unit: euros}
            time: day
            data: {files: ["sales.csv"], source: made up, each: week, period: row, validate: 1, live: 1}
            fields:
              day: timestamp
              kind: string
              size: double
              many: int64
              fresh: boolean
              since: date
              customer_email: string
              note: string
              phone: int64
              cost: {type: double, known: outcome}
            features: {size: size}
            learner: {kind: ridge}
            """;

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();
    private String table = "";

    @BeforeEach
    void train() throws IOException {
        Random random = new Random(1);
        StringBuilder rows = new StringBuilder("day,kind,size,many,fresh,since,customer_email,note,phone,cost\n");
        LocalDate first = LocalDate.of(2020, 12, 21);
        for (int row = 0; row < 1_400; row++) {
            double size = Math.round(100 * random.nextGaussian()) / 10.0;
            rows.append(first.plusDays(row / 40))
                    .append("T%02d:00:00,".formatted(row % 24))
                    .append(row % 7 == 0 ? "" : "kind " + random.nextInt(row % 2 == 0 ? 3 : 400))
                    .append(",%s,".formatted(row % 11 == 0 ? "" : size))
                    .append("%d,%s,%s,".formatted(random.nextInt(50) - 20, row % 3 == 0, first.minusDays(row % 13)))
                    .append("me@home.org,%s,".formatted(row % 2 == 0 ? "she%d@example.com".formatted(row) : "asked"))
                    .append("%d,%.3f\n".formatted(4_930_000_000L + row, 10 + 2 * size + random.nextGaussian()));
        }
        Files.writeString(folder.resolve("sales.csv"), rows);
        Files.writeString(folder.resolve("hansom.yaml"), TEXT);
        run("train");
        run("data", "--json");
        Json training = Json.parse(terminal.said()).items("data_sets").stream()
                .filter(data -> data.text().contains("training"))
                .findFirst()
                .orElseThrow();
        table = "(SELECT * FROM read_csv('" + folder.resolve("sales.csv") + "', header=true) ORDER BY day LIMIT "
                + training.asWhole("kept") + ")";
        assertThat(training.asText("period")).isEqualTo("2020-W52..2021-W01");
        assertThat(training.asWhole("kept")).isEqualTo(840);
    }

    @Test
    void theFiguresAreThoseOfDuckDb() throws SQLException {
        Json fields = card("2020-W53").member("fields");
        for (String name : List.of("day", "kind", "size", "many", "fresh", "since", "cost")) {
            Json field = fields.member(name);
            boolean ordered = field.find("least").isPresent();
            assertThat(ordered).as(name).isEqualTo(!List.of("kind", "fresh").contains(name));
            List<String> summary = row("SELECT CAST(count AS BIGINT), null_percentage, min, max, avg FROM (SUMMARIZE "
                    + "SELECT " + name + " FROM " + table + ")");
            double missing = Double.parseDouble(summary.get(1)) * Double.parseDouble(summary.get(0)) / 100;
            assertThat((double) field.asWhole("missing")).as(name).isCloseTo(missing, within(0.1));
            assertThat(field.asWhole("distinct"))
                    .as(name)
                    .isEqualTo(Long.parseLong(row("SELECT count(DISTINCT " + name + ") FROM " + table)
                            .getFirst()));
            if (ordered) {
                same(name, field.member("least"), summary.get(2));
                same(name, field.member("most"), summary.get(3));
                List<String> quartiles = row("SELECT quantile_cont(" + name + ", 0.25), quantile_cont(" + name
                        + ", 0.5), quantile_cont(" + name + ", 0.75) FROM " + table);
                same(name, field.member("q25"), quartiles.get(0));
                same(name, field.member("q50"), quartiles.get(1));
                same(name, field.member("q75"), quartiles.get(2));
            }
            assertThat(field.find("mean").isPresent())
                    .isEqualTo(List.of("size", "many", "cost").contains(name));
            field.find("mean").ifPresent(mean -> same(name, mean, summary.get(4)));
        }
    }

    @Test
    void theMostFrequentLevelsHaveTheirShareAndRareOnesAreLeftOut() throws SQLException {
        Json fields = card("2020-W53").member("fields");
        List<Json> kinds = fields.member("kind").items("levels");
        assertThat(kinds).hasSizeBetween(3, 10).allSatisfy(level -> {
            List<String> counts =
                    row("SELECT count(*) FILTER (kind = '" + level.asText("level") + "'), count(kind) FROM " + table);
            assertThat(Long.parseLong(counts.getFirst())).isGreaterThanOrEqualTo(5);
            assertThat(level.asReal("share"))
                    .isCloseTo(Double.parseDouble(counts.get(0)) / Double.parseDouble(counts.get(1)), within(1e-12));
        });
        assertThat(kinds.stream().map(level -> level.asReal("share")))
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(fields.member("fresh").items("levels")).hasSize(2);
        assertThat(fields.member("day").find("levels")).isEmpty();
        assertThat(fields.member("since").items("levels").getFirst().asText("level"))
                .matches("2020-12-\\d\\d");
    }

    @Test
    void ofAPersonalFieldOnlyTheMissingValuesAreKept() {
        Json card = card("2020-W53");
        for (String name : List.of("customer_email", "note", "phone")) {
            assertThat(card.member("fields").member(name).members().keySet())
                    .containsExactly("type", "missing", "private");
        }
        assertThat(card.text()).doesNotContain("@", "49300");
        run("data", "2020-W53");
        assertThat(terminal.said()).contains("not shown: it looks personal").doesNotContain("@", "49300");
    }

    @Test
    void aFileHasItsBytesAndHowItIsWrittenAndTheTargetIsThere() throws IOException {
        Json card = card("2020-W53");
        Json file = card.items("files").getFirst();
        assertThat(file.members())
                .containsEntry("name", Json.of("sales.csv"))
                .containsEntry("bytes", Json.of(Files.size(folder.resolve("sales.csv"))));
        assertThat(file.asText("written")).startsWith("CSV: delimiter ,");
        Map<String, Json> cost = card.member("fields").member("cost").members();
        assertThat(card.member("target").members()).containsEntry("mean", cost.get("mean"));
        run("data", "2020-W53");
        assertThat(terminal.said()).contains("sales.csv, ", "CSV: delimiter ,", "kind 1 (", "median", "(target)");
    }

    @Test
    void aPeriodIsFoundWithinARange() {
        for (String which : List.of("2020-W52", "2020-W53", "2021-W01", "2020", "2020-W52..2021-W01")) {
            assertThat(terminal.run("data", which, "--project", project()))
                    .as(which)
                    .isZero();
            assertThat(terminal.said()).contains("2020-W52..2021-W01");
        }
        for (String which : List.of("2021-W05", "2020-W51", "2020-12", "2020-W5x")) {
            assertThat(terminal.run("data", which, "--project", project()))
                    .as(which)
                    .isEqualTo(2);
        }
    }

    private Json card(String which) {
        run("data", which, "--json");
        return Json.parse(terminal.said()).items("data_sets").getFirst().member("card");
    }

    private static void same(String name, Json mine, String other) {
        if (mine instanceof Json.Text(String text)) {
            String written = other.replace(' ', 'T').replaceAll("\\.0$", "").replaceAll("(:\\d\\d):00$", "$1");
            assertThat(written).as(name).matches(Pattern.quote(text) + (text.length() == 10 ? "(T00:00)?" : ""));
        } else {
            assertThat(mine.asReal()).as(name).isCloseTo(Double.parseDouble(other), within(1e-9));
        }
    }

    /// The first row of an answer of DuckDB, as texts.
    private static List<String> row(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            assertThat(found.next()).isTrue();
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                row.add(String.valueOf(found.getString(column)));
            }
            return row;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private String project() {
        return folder.resolve("hansom.yaml").toString();
    }

    private void run(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--project";
        all[arguments.length + 1] = project();
        assertThat(terminal.run(all)).as(terminal.complained()).isZero();
    }
}

package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.cli.Terminal;
import dev.hansom.data.Window;
import dev.hansom.project.ProjectReader;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A table with e-mail addresses, telephone numbers and dates of birth that change from month to month: whatever is
/// said about them, no value of them is said. One field is known by its values, one by its name, one by its column.
class PrivateValuesTest {
    private static final String MAILS = "@mail.test";
    private static final String PHONES = "49155";
    private static final String BIRTHS = "1961-";

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();
    private TinyProject project;

    @BeforeEach
    void make() {
        project = TinyProject.make(folder.resolve("rides"));
        for (int month = 1; month <= 3; month++) {
            project.month(month, riders(month));
        }
        project.with("  dropoff: {type: timestamp, known: dropoff}\n", """
                  dropoff: {type: timestamp, known: dropoff}
                  login: {type: string, known: request}
                  phone: {type: int64, known: request}
                  born: {type: timestamp, known: request, column: dob}
                """);
    }

    @Test
    void noValueOfThemIsSaidOrFrozen() throws IOException {
        run(0, "check");
        assertThat(terminal.said())
                .contains("20 levels of login are new in later periods")
                .contains(" common levels of login are gone")
                .contains("2 values of phone are far beyond the others")
                .contains("login looks like personal data", "phone looks like", "born looks like");
        run(0, "check", "--json");
        run(0, "check", "--freeze");
        var checks = ProjectReader.read(project.file()).checks().fields();
        for (String field : List.of("login", "phone", "born")) {
            assertThat(checks.get(field).levels()).isEmpty();
            assertThat(checks.get(field).values().isStated()).isFalse();
            assertThat(checks.get(field).median().isStated()).isFalse();
            assertThat(checks.get(field).missingAtMost()).isPresent();
        }
        run(0, "check");
    }

    @Test
    void aBrokenCheckOfThemIsToldWithoutThem() throws IOException {
        Files.writeString(project.file(), """
                checks:
                  fields:
                    phone: {max: 10, median_max: 20}
                """, java.nio.file.StandardOpenOption.APPEND);
        run(3, "check");
        assertThat(terminal.said())
                .contains("the values of phone in 2024-01 are out of their range")
                .contains("the median of phone in 2024-01 is out of its range");
    }

    @Test
    void noneIsInTheCardOfTheData() throws IOException {
        run(0, "train");
        run(0, "data");
        run(0, "data", terminal.said().replaceAll("(?s).*training +([0-9a-f]{12}).*", "$1"));
        assertThat(terminal.said()).contains("phone", "born", "login", "2024-01-31");
    }

    @Test
    void noneIsDraftedIntoAProject() throws IOException {
        Path into = folder.resolve("drafted");
        int code = terminal.run(
                "init",
                into.toString(),
                "--data",
                project.month(1).toString(),
                "--target",
                "miles",
                "--time",
                "pickup");
        assertThat(code).as(terminal.complained()).isZero();
        String text = Files.readString(into.resolve("hansom.yaml"));
        assertThat(text)
                .containsPattern("# login: string +# its values look like e-mail addresses")
                .containsPattern("# phone: int64 +# its name looks private")
                .containsPattern("# dob: timestamp +# its name looks private");
        assertSilent("init", text + terminal.said() + terminal.complained());
    }

    private void run(int code, String verb, String... more) throws IOException {
        String[] all = Stream.concat(Stream.of(verb, "--project", project.file().toString()), Stream.of(more))
                .toArray(String[]::new);
        assertThat(terminal.run(all)).as(terminal.complained()).isEqualTo(code);
        assertSilent(verb, terminal.said() + terminal.complained());
        try (Stream<Path> files = Files.walk(project.folder())) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(PrivateValuesTest::isTold)
                    .toList()) {
                assertSilent(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
    }

    /// Not the data, and not the rows that are kept beside a model with all that a row to be answered carries.
    private static boolean isTold(Path file) {
        return !file.toString().endsWith(".parquet") && !file.toString().contains("/artifacts/");
    }

    private static void assertSilent(String where, String text) {
        assertThat(text.contains(MAILS)).as(where + ": e-mail addresses").isFalse();
        assertThat(text.contains(PHONES)).as(where + ": telephone numbers").isFalse();
        assertThat(text.contains(BIRTHS)).as(where + ": dates of birth").isFalse();
    }

    /// Twenty riders a month, none of whom rides in another month; three of their telephones are far from all others.
    private static Columns riders(int month) {
        Schema schema = TinyProject.STORED
                .with("login", Type.STRING)
                .with("phone", Type.INT64)
                .with("dob", Type.TIMESTAMP);
        Columns rides = TinyProject.rides(YearMonth.of(2024, month));
        Columns rows = new Columns(schema, rides.size());
        for (int row = 0; row < rides.size(); row++) {
            rows.append();
            int rider = 100 * month + row % 20;
            rows.set(0, row, rides.integer(0, row));
            rows.set(1, row, rides.integer(1, row));
            rows.set(2, row, rides.number(2, row) + row % 20);
            rows.set(3, row, rides.integer(3, row));
            rows.set(4, row, "rider" + rider + MAILS);
            rows.set(5, row, (row % 700 == 9 && month == 1 ? 4_915_599_900_000L : 4_915_500_000L) + row * 7 + month);
            rows.set(6, row, Window.micros(LocalDateTime.of(1961, month, 1 + row % 20, 0, 0)));
        }
        return rows;
    }
}

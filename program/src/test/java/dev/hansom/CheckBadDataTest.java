package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.cli.Terminal;
import dev.hansom.data.Window;
import dev.hansom.score.Columns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data as no data should be, through the command: a clear error or a finding each, and never a stack trace.
class CheckBadDataTest {
    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();
    private TinyProject project;

    @BeforeEach
    void make() throws IOException {
        project = TinyProject.make(folder.resolve("rides"));
    }

    @Test
    void aFileOfNothingAndAFolderAreNamed() throws IOException {
        Files.write(project.month(1), new byte[0]);
        assertThat(check()).isEqualTo(3);
        assertThat(terminal.complained()).contains("rides_2024-01.parquet");
        Files.delete(project.month(1));
        Files.createDirectory(project.month(1));
        assertThat(check()).isBetween(2, 3);
    }

    @Test
    void halfAFileIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(project.month(1));
        Files.write(project.month(1), Arrays.copyOf(whole, whole.length - 9));
        assertThat(check()).isEqualTo(3);
        assertThat(terminal.complained()).contains("rides_2024-01.parquet", "damaged");
    }

    @Test
    void plainCsvIsReadLikeParquet() throws IOException {
        csv(text -> text);
        assertThat(check()).isZero();
        assertThat(terminal.said()).contains("the project and its data fit\n");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        csv(text -> "\uFEFF" + text);
        assertThat(check()).isZero();
    }

    @Test
    void twoColumnsOfOneNameAreTold() throws IOException {
        csv(text -> text.replaceFirst("[^\n]*", "$0,Zone,extra,extra").replaceAll("(\n[^\n]+)", "$1,1,2,3"));
        assertThat(check()).isZero();
        assertThat(terminal.said())
                .contains("warning  column-twice")
                .contains("two columns named Zone, upper and lower case taken as one")
                .contains("two columns named extra")
                .contains("read as extra_1");
    }

    @Test
    void aRaggedLineIsRefusedWithItsPlace() throws IOException {
        csv(text -> text.replaceFirst("\n2024-0(.)-03T05:00[^\n]*", "\n2024-0$1-03T05:00,1,2,3,4,5,6,7"));
        assertThat(check()).isEqualTo(3);
        assertThat(terminal.complained()).contains("rides_2024-01.csv: line 55", "as many values as the header");
    }

    @Test
    void nulBytesAreToldOrRefused() throws IOException {
        csv(text -> text.replaceFirst("T07:00,", "T07:00,\0"));
        assertThat(check()).isIn(0, 3);
        assertThat(terminal.complained() + terminal.said()).contains("rides_2024-01.csv");
    }

    @Test
    void mixedEncodingsAreRefusedWithTheirLine() throws IOException {
        csv(text -> text);
        Path file = project.folder().resolve("data/rides_2024-01.csv");
        byte[] bytes = Files.readAllBytes(file);
        byte[] more = "2024-01-31T23:30,\u00e4,3.0,2024-01-31T23:40\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] other = "2024-01-31T23:31,\u00e9,3.0,2024-01-31T23:40\n".getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(bytes, bytes.length + more.length + other.length);
        System.arraycopy(more, 0, all, bytes.length, more.length);
        System.arraycopy(other, 0, all, bytes.length + more.length, other.length);
        Files.write(file, all);
        assertThat(check()).isEqualTo(3);
        assertThat(terminal.complained()).contains("rides_2024-01.csv: line 746", "one encoding in the whole file");
    }

    @Test
    void tenThousandColumnsAreReadAndNamedBriefly() throws IOException {
        String names = IntStream.range(0, 10_000).mapToObj(i -> ",c" + i).collect(Collectors.joining());
        String values = ",1".repeat(10_000);
        csv(text -> text.lines()
                .limit(300)
                .map(line -> line + (line.startsWith("pickup") ? names : values))
                .collect(Collectors.joining("\n", "", "\n")));
        assertThat(check()).isZero();
        assertThat(terminal.said()).contains("10,000 columns are read by no field: c0, c1,", "and 9994 more");
    }

    @Test
    void oddNamesOfColumnsAreReadAsTheyAre() throws IOException {
        csv(text -> text.replaceFirst("pickup,zone,miles", "pickup,\"select \"\"x\"\" from\nnowhere\",order"));
        project.with("zone: {type: int64, known: request}", """
            zone: {type: int64, known: request, column: "select \\"x\\" from\\nnowhere"}
            """.strip())
                .with("miles: {type: double, known: dropoff}", "miles: {type: double, known: dropoff, column: order}");
        assertThat(check()).isZero();
    }

    @Test
    void numbersThatAreNoneAndTimesThatCannotBeAreFindings() throws IOException {
        csv(text -> text.replaceFirst("(T08:00,[0-9]),[0-9.]+", "$1,inf")
                .replaceFirst("(T09:00,[0-9]),[0-9.]+", "$1,NaN")
                .replaceFirst("(T10:00,[0-9]),[0-9.]+", "$1,1e300")
                .replaceFirst("(T11:00,)[0-9]", "$1" + "9007199254740993")
                .replaceFirst("(T12:00,)[0-9]", "$1" + "99999999999999999999")
                .replaceFirst("(T13:00,[0-9],[0-9.]+),[^\n]*", "$1,1677-09-21T00:12:43")
                .replaceFirst("(T14:00,[0-9],[0-9.]+),[^\n]*", "$1,2262-04-11T23:47:16"));
        assertThat(check()).isZero();
        assertThat(terminal.said()).contains("not-finite", "far ", "beyond-exact", "lossy", "odd-time");
        assertThat(terminal.said())
                .containsPattern("2 values of zone could not be read whole as the declared type\\R *"
                        + "see rides_2024-01.csv row 13, rides_2024-02.csv row 13;");
    }

    @Test
    void aLinkOutOfTheProjectIsTold() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere")).resolve("january.parquet");
        Files.move(project.month(1), elsewhere);
        Files.createSymbolicLink(project.month(1), elsewhere);
        Path second = project.folder().resolve("kept.parquet");
        Files.move(project.month(2), second);
        Files.createSymbolicLink(project.month(2), Path.of("../kept.parquet"));
        assertThat(check()).isZero();
        assertThat(terminal.said())
                .contains("linked-outside", "1 file is a link out of the project's folder: rides_2024-01.parquet to ")
                .contains("elsewhere/january.parquet");
        project.with("data/*.parquet", "../rides/data/*.parquet");
        assertThat(check()).isZero();
        assertThat(terminal.said()).contains("linked-outside");
        Files.delete(project.month(1));
        Files.delete(project.month(2));
        Files.move(second, elsewhere.resolveSibling("rides_2024-02.parquet"));
        Files.move(elsewhere, elsewhere.resolveSibling("rides_2024-01.parquet"));
        Files.move(project.month(3), elsewhere.resolveSibling("rides_2024-03.parquet"));
        project.with("../rides/data/*.parquet", "../elsewhere/*.parquet");
        assertThat(check()).isZero();
        assertThat(terminal.said()).doesNotContain("linked-outside");
    }

    private int check() {
        int code = terminal.run("check", "--project", project.file().toString());
        assertThat(terminal.complained()).doesNotContain("\tat ", "Exception", "this is a defect");
        return code;
    }

    /// Writes the three months as CSV instead, each changed.
    private void csv(UnaryOperator<String> change) throws IOException {
        for (int month = 1; month <= 3; month++) {
            Columns rows = TinyProject.rides(YearMonth.of(2024, month));
            StringBuilder text = new StringBuilder("pickup,zone,miles,dropoff\n");
            for (int row = 0; row < rows.size(); row++) {
                text.append(Window.time(rows.integer(0, row))).append(',');
                text.append(rows.integer(1, row))
                        .append(',')
                        .append(rows.number(2, row))
                        .append(',');
                text.append(Window.time(rows.integer(3, row))).append('\n');
            }
            Files.deleteIfExists(project.month(month));
            Files.writeString(
                    project.folder().resolve("data/rides_2024-0" + month + ".csv"), change.apply(text.toString()));
        }
        project.with("data/*.parquet", "data/*.csv");
    }
}

package dev.hansom.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.base.Progress;
import dev.hansom.data.DataFile;
import dev.hansom.data.Engine;
import dev.hansom.project.Field;
import dev.hansom.project.Project;
import dev.hansom.project.ProjectReader;
import dev.hansom.project.Target;
import dev.hansom.score.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
    @TempDir
    Path folder;

    @Test
    void aTableWithTimesBecomesAProjectWithoutItsLeaks() throws IOException {
        Random random = new Random(1);
        StringBuilder table =
                new StringBuilder("trip_id,pickup_at,dropoff_at,zone,miles,fare twice,tip,total_minutes\n");
        LocalDateTime at = LocalDateTime.of(2024, 1, 1, 0, 0);
        for (int row = 0; row < 1_500; row++) {
            at = at.plusMinutes(90);
            int zone = random.nextInt(6);
            double miles = 1 + random.nextInt(40) / 10.0;
            double minutes = 5 + 3 * zone + 2 * miles + random.nextGaussian();
            String tip = minutes > 20 ? String.valueOf(random.nextInt(5)) : "";
            table.append("T%05d,%s,%s,%d,%.1f,%.3f,%s,%.3f%n"
                    .formatted(row, at, at.plusSeconds((long) (60 * minutes)), zone, miles, 2 * minutes, tip, minutes));
        }
        String text = draft(table.toString(), "total_minutes");
        Project project = read(text);
        assertThat(project.time()).isEqualTo("pickup_at");
        assertThat(project.target().unit()).isEqualTo("minutes");
        assertThat(project.target().knownAt()).contains("dropoff_at");
        assertThat(project.askedSchema().names()).containsExactlyInAnyOrder("pickup_at", "zone", "miles");
        assertThat(text)
                .contains("# trip_id: string", "an identifier")
                .contains("fare_twice: {type: double, column: \"fare twice\", known: outcome}")
                .contains("LEAK? it explains")
                .contains("LEAK? whether it is missing explains")
                .contains("lies after the time of the row in 100 % of the rows")
                .doesNotContain("T00001");
        assertThat(project.features()).isNotEmpty();
    }

    @Test
    void oddNamesGetCleanOnesAndKeepTheirColumns() throws IOException {
        StringBuilder table =
                new StringBuilder("select,\"a \"\"b\"\"\",\"new\nline\",case,CASE,1st,Gr\u00f6\u00dfe,\"why, so\"\n");
        Random random = new Random(1);
        for (int row = 0; row < 200; row++) {
            table.append("%d,%d,\"u\nv%d\",%d,%d,%d,%d,%.2f%n"
                    .formatted(row % 3, row % 4, row % 2, row % 5, row % 6, row % 7, row % 8, random.nextGaussian()));
        }
        Project project = read(draft(table.toString(), "why, so"));
        assertThat(project.timed()).isFalse();
        assertThat(project.fields())
                .extracting(field -> field.name() + "=" + field.column())
                .contains("a_b=a \"b\"", "new_line=new\nline", "case_=case", "c_1st=1st", "Grosse=Gr\u00f6\u00dfe")
                .contains("observed_why_so=why, so");
    }

    @Test
    void ofSeveralClassesTheMostFrequentIsAskedAgainstTheRest() throws IOException {
        StringBuilder table = new StringBuilder("size,colour\n");
        for (int row = 0; row < 400; row++) {
            table.append("%d,%s%n".formatted(row % 37, row % 2 == 0 ? "deep red" : row % 3 == 0 ? "blue" : "green"));
        }
        String text = draft(table.toString(), "colour");
        Project project = read(text);
        assertThat(project.target().task()).isEqualTo(Target.Task.CLASSIFICATION);
        assertThat(project.target().positive()).contains("deep red");
        assertThat(text).contains("3 classes: one is asked against the rest, here the most frequent");
    }

    @Test
    void datesThatAreNotReadAsTimesAreNamed() throws IOException {
        StringBuilder table = new StringBuilder("sold,price\n");
        for (int row = 0; row < 400; row++) {
            table.append("%02d/%02d/2021,%d%n".formatted(1 + row % 12, 1 + row % 11, row % 7));
        }
        String text = draft(table.toString(), "price");
        assertThat(read(text).timed()).isFalse();
        assertThat(text)
                .contains("The column sold looks like times written as 04/05/2021")
                .contains("data.csv.dates");
    }

    @Test
    void datesInTheFormsOfOtherTablesAreTheTimeOfARow() throws IOException {
        for (String form :
                List.of("MM/dd/yyyy", "d/M/yyyy H:mm", "dd-MM-yyyy", "yyyyMMdd", "dd MMM yyyy", "'' A", "'' B")) {
            StringBuilder table = new StringBuilder("sale_date,number,price\n");
            for (int row = 0; row < 400; row++) {
                LocalDateTime at = LocalDateTime.of(2024, 1, 1, 0, 0).plusDays(row);
                long seconds = at.toEpochSecond(java.time.ZoneOffset.UTC);
                String written = switch (form) {
                    case "'' A" -> String.valueOf(seconds);
                    case "'' B" -> String.valueOf(1000 * seconds);
                    default -> at.format(java.time.format.DateTimeFormatter.ofPattern(form, java.util.Locale.ENGLISH));
                };
                table.append("%s,%d,%d%n".formatted(written, 1_700_000_000L + row % 90, row % 7));
            }
            String text = draft(table.toString(), "price");
            assertThat(read(text).timed()).as(form).isTrue();
            assertThat(text)
                    .contains("time: sale_date")
                    .contains("2024-01-03 to 2025-02-01")
                    .contains("number: int64");
        }
    }

    @Test
    void theMetricFitsTheTarget() throws IOException {
        StringBuilder table = new StringBuilder("x,claims,price,level,rare\n");
        Random random = new Random(1);
        for (int row = 0; row < 2_000; row++) {
            table.append("%.3f,%d,%.3f,%.3f,%d%n"
                    .formatted(
                            random.nextGaussian(),
                            random.nextInt(10) == 0 ? random.nextInt(900) : 0,
                            Math.exp(2 * random.nextGaussian()),
                            random.nextGaussian(),
                            row % 200 == 0 ? 1 : 0));
        }
        assertThat(draft(table.toString(), "claims")).contains("metric: mse").doesNotContain("quantile_alpha");
        assertThat(draft(table.toString(), "price")).contains("metric: mae").contains("quantile_alpha: 0.5");
        assertThat(draft(table.toString(), "level")).contains("metric: mae").doesNotContain("quantile_alpha");
        String rare = draft(table.toString(), "rare");
        assertThat(rare).contains("metric: log_loss");
        assertThat(read(rare).objective().margin()).isCloseTo(0.0003, org.assertj.core.data.Offset.offset(1e-9));
        read(draft(table.toString(), "price"));
    }

    @Test
    void amountsWithSignsOfCurrencyAndPercentAreNumbers() throws IOException {
        StringBuilder table = new StringBuilder("Umsatz;Rabatt;Saldo;Gewinn\n");
        Random random = new Random(1);
        for (int row = 0; row < 400; row++) {
            table.append("%s \u20ac;%d,5 %%;(%d,25);%d%n"
                    .formatted((1 + row % 9) + "." + (100 + row % 7) + ",50", row % 30, row, random.nextInt(90)));
        }
        Project project = read(draft(table.toString(), "Gewinn"));
        assertThat(project.askedSchema().columns())
                .extracting(column -> column.name() + " " + column.type())
                .contains("Umsatz DOUBLE", "Rabatt DOUBLE", "Saldo DOUBLE");
    }

    @Test
    void aColumnOfMailsIsLeftOutThoughItTellsTheTarget() throws IOException {
        StringBuilder table = new StringBuilder("login,Phone Number,size,price\n");
        for (int row = 0; row < 400; row++) {
            int rider = row % 20;
            table.append("u%d@mail.test,%d,%d,%d%n".formatted(rider, rider, row % 7, 10 * rider + row % 7));
        }
        String text = draft(table.toString(), "price");
        assertThat(text)
                .containsPattern("# login: string +# its values look like e-mail addresses")
                .containsPattern("# Phone_Number: .* # its name looks private")
                .doesNotContain("@mail.test");
        assertThat(read(text).fields()).extracting(field -> field.column()).containsExactlyInAnyOrder("size", "price");
    }

    @Test
    void aTimestampWinsOverItsDay() throws IOException {
        String text = draft(days("ts,day"), "price");
        assertThat(read(text).time()).isEqualTo("ts");
        assertThat(text)
                .doesNotContain("day: {type: timestamp, known: outcome}")
                .containsPattern("time_zone: UTC +# a guess, for the times carry no offset");
        assertThat(read(draft(days("day,ts"), "price")).time()).isEqualTo("ts");
        assertThat(read(draft(days("arrived,day"), "price")).time())
                .as("what ends a row is not the time of the row")
                .isEqualTo("day");
    }

    @Test
    void timesWithAnOffsetLeaveNoZoneToGuess() throws IOException {
        StringBuilder table = new StringBuilder("ts,size,price\n");
        for (int row = 0; row < 1_200; row++) {
            LocalDateTime at = LocalDateTime.of(2024, 1, 1, 0, 30).plusHours(3L * row);
            table.append("%s:00+02:00,%d,%d%n".formatted(at, row % 7, row % 11));
        }
        assertThat(draft(table.toString(), "price"))
                .containsPattern("time_zone: UTC +# no guess: the times are moments");
    }

    /// A timestamp and its day, in the order of their `names`.
    private static String days(String names) {
        StringBuilder table = new StringBuilder(names + ",size,price\n");
        for (int row = 0; row < 1_200; row++) {
            LocalDateTime at = LocalDateTime.of(2024, 1, 1, 0, 30).plusHours(3L * row);
            String day = at.toLocalDate().toString();
            boolean dayFirst = names.startsWith("day");
            table.append("%s,%s,%d,%d%n".formatted(dayFirst ? day : at, dayFirst ? at : day, row % 7, row % 11));
        }
        return table.toString();
    }

    @Test
    void twoTextsAreTwoClasses() throws IOException {
        StringBuilder table = new StringBuilder("customer_id,age,code,empty,left\n");
        for (int row = 0; row < 400; row++) {
            table.append("%d,%d,%03d,,%s%n".formatted(row / 4, row % 37, row % 20, row % 3 == 0 ? "yes" : "no"));
        }
        String text = draft(table.toString(), "left");
        Project project = read(text);
        assertThat(project.target().task()).isEqualTo(Target.Task.CLASSIFICATION);
        assertThat(project.split().group()).contains("customer_id");
        assertThat(project.fields()).anySatisfy(field -> {
            assertThat(field.name()).isEqualTo("code");
            assertThat(field.type()).as("007 is a code and no number").isEqualTo(Type.STRING);
        });
        assertThat(text).contains("# empty: string");
    }

    @Test
    void aTargetThatIsNotThereOrCannotBePredictedIsSaid() {
        StringBuilder towns = new StringBuilder("age,town\n");
        for (int row = 0; row < 60; row++) {
            towns.append(row % 3).append(",town ").append(row).append('\n');
        }
        String table = towns.toString();
        assertThatThrownBy(() -> draft(table, "agee")).hasMessageContaining("did you mean age?");
        assertThatThrownBy(() -> draft(table, "town")).hasMessageContaining("text with 60 different values");
        assertThatThrownBy(() -> draft("a,b\n", "a")).hasMessageContaining("no row");
    }

    @Test
    void moreRowsThanMemoryHoldsAreDraftedWithAShareOfThem() throws IOException {
        StringBuilder table = new StringBuilder("size,price\n");
        for (int row = 0; row < 1_000; row++) {
            table.append(row % 97).append(',').append(3 * (row % 97) + row % 7).append('\n');
        }
        assertThat(draft(table.toString(), "price")).doesNotContain("sample");
        String text = draft(table.toString(), "price", 50_000);
        assertThat(text).contains("  sample: 0.2 ");
        assertThat(read(text).data().sample()).isEqualTo(0.2);
    }

    @Test
    void aTargetWithInfinitiesHasNoMarginThatWouldBeAShareOfThem() throws IOException {
        StringBuilder table = new StringBuilder("size,price\n");
        for (int row = 0; row < 300; row++) {
            table.append(row % 31).append(',').append(row % 50 == 7 ? "Infinity" : String.valueOf(3 * (row % 31)));
            table.append('\n');
        }
        assertThat(draft(table.toString(), "price")).contains("margin: 0", "the rule's error is no number here");
    }

    /// A fifth of the rows are looked at: ten rows of each advertisement where the table has forty.
    @Test
    void anIdentifierIsJudgedByHowOftenItIsInAllRowsAndNotInTheSample() throws IOException {
        StringBuilder table = new StringBuilder("ad_id,visit_id,token,seconds\n");
        Random random = new Random(4);
        for (int row = 0; row < 200_000; row++) {
            int ad = random.nextInt(5_000);
            table.append(ad)
                    .append(',')
                    .append(row)
                    .append(",t")
                    .append(random.nextInt(1 << 30))
                    .append(',');
            table.append(ad * 7919 % 97 + random.nextInt(9)).append('\n');
        }
        Project project = read(draft(table.toString(), "seconds"));
        assertThat(project.fields()).extracting(Field::column).contains("ad_id").doesNotContain("visit_id", "token");
        assertThat(project.lookups())
                .anyMatch(lookup -> lookup.levels().toString().contains("ad_id"));
    }

    private String draft(String table, String target) throws IOException {
        return draft(table, target, Long.MAX_VALUE);
    }

    private String draft(String table, String target, long heap) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), table);
        try (Engine engine = Engine.open(Engine.Settings.in(folder))) {
            return new Drafter(engine, Progress.NONE, heap)
                    .page(List.of(new DataFile(file)), target, Optional.empty())
                    .text("mine", List.of("table.csv"), "hansom init");
        }
    }

    private Project read(String text) throws IOException {
        return ProjectReader.read(Files.writeString(folder.resolve("hansom.yaml"), text));
    }
}

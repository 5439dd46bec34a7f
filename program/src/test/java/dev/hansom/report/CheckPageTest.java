package dev.hansom.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Json;
import dev.hansom.check.Evidence;
import dev.hansom.check.Finding;
import dev.hansom.check.Kind;
import dev.hansom.check.Overview;
import dev.hansom.check.Overview.Column;
import dev.hansom.check.Overview.Delays;
import dev.hansom.check.Overview.Rows;
import dev.hansom.check.Overview.Share;
import dev.hansom.check.Place;
import dev.hansom.check.Severity;
import dev.hansom.data.FileStyle;
import dev.hansom.project.Field;
import dev.hansom.project.Moment;
import dev.hansom.project.Project;
import dev.hansom.report.plot.Look;
import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class CheckPageTest {
    private static final String HOSTILE = "</p><script>alert(1)</script> & \"quotes\"";
    private static final Moment REQUEST = new Moment("request", 0);
    private static final Finding LEAK = new Finding(
            Kind.LEAK,
            Severity.ERROR,
            "miles",
            "miles alone explains 99.7 % of the target's variance: it is a straight line of it",
            Evidence.of(1_440, 1_440),
            "it seems to be made from the answer: declare it known later, or leave it out");
    private static final Finding FAR = new Finding(
            Kind.FAR,
            Severity.WARNING,
            "miles",
            "2 values of miles are far beyond the others",
            new Evidence(2, 12_345, List.of(new Place("a.csv", 3), new Place("a.csv", 9), new Place("b.csv", 1))),
            "clip it in a definition, for example least(miles, …)");
    private static final Finding UNSTATED = new Finding(
            Kind.UNSTATED,
            Severity.NOTE,
            "owner",
            "nobody answers for the project",
            Evidence.NONE,
            "state owner: in the project file");

    @Test
    void aPageIsAsItWasLastTime() {
        Golden.same("check-red", page(List.of(LEAK, FAR, UNSTATED), overview("cash")));
        Golden.same("check-green", page(List.of(UNSTATED), plain()));
    }

    @Test
    void aPageKeepsToWhatEveryPageKeepsTo() {
        Markup.holds(page(List.of(LEAK, FAR, UNSTATED), overview("cash")));
        Markup.holds(page(List.of(), plain()));
        Markup.holds(page(List.of(), new Overview(List.of(), List.of(), List.of(), Optional.empty())));
    }

    @Test
    void theWorstStandsFirstWithItsEvidenceAndWhatToDo() {
        Page page = page(List.of(LEAK, FAR, UNSTATED), overview("cash"));
        assertThat(page.headline().look()).isEqualTo(Look.RED);
        assertThat(page.headline().sentence())
                .isEqualTo("The data do not fit the project: 1 error, 1 warning, 1 note.");
        assertThat(page.sections())
                .extracting(Section::id)
                .containsExactly(
                        "errors",
                        "warnings",
                        "notes",
                        "rows",
                        "fields",
                        "missing",
                        "levels",
                        "delay",
                        "problem",
                        "origin");
        assertThat(page.html())
                .contains("(2 of 12\u202f345; see a.csv rows 3, 9, b.csv row 1)", "clip it in a definition");
        assertThat(page(List.of(FAR), plain()).headline().word()).isEqualTo("It fits, with warnings");
        assertThat(page(List.of(), plain()).headline().look()).isEqualTo(Look.GREEN);
    }

    @Test
    void levelsOfTheDataAreTextsOnThePage() {
        Document document = Markup.holds(page(List.of(), overview(HOSTILE)));
        assertThat(Markup.all(document, "script")).hasSize(1);
    }

    @Test
    void aThousandFieldsAreCutOnThePageAndWholeInItsTwin() {
        List<Column> many = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            many.add(column("field_" + i, Type.DOUBLE, i, List.of()));
        }
        Page page = page(List.of(), new Overview(List.of(), plain().periods(), many, Optional.empty()));
        Markup.holds(page);
        assertThat(page.html()).contains("The first 300 of 1000 fields");
        assertThat(page.json().items("fields")).hasSize(1_000);
    }

    @Test
    void theTwinHoldsTheSameFacts() {
        Json json = page(List.of(FAR), overview("cash")).json();
        assertThat(json.items("findings").getFirst().asWhole("count")).isEqualTo(2);
        assertThat(json.member("delays").asReal("declared")).isEqualTo(7_200);
        assertThat(json.items("fields").get(1).asWhole("missing")).isEqualTo(250);
        assertThat(json.member("rows").asWhole("kept")).isEqualTo(1_900);
        assertThat(json.items("files").get(1).asText("written")).isEqualTo("CSV: delimiter tab");
        assertThat(json.items("files").get(1).asWhole("files")).isEqualTo(2);
    }

    private static Overview plain() {
        return new Overview(
                List.of(new FileStyle("Parquet", 2)),
                List.of(new Rows("2024-01", true, 1_000, 990), new Rows("2024-02", false, 1_000, 910)),
                List.of(column("zone", Type.INT64, 0, List.of())),
                Optional.empty());
    }

    private static Overview overview(String level) {
        return new Overview(
                List.of(new FileStyle("CSV: delimiter ;, quote \", UTF-8", 1), new FileStyle("CSV: delimiter tab", 2)),
                plain().periods(),
                List.of(
                        column("zone", Type.INT64, 0, List.of()),
                        column("miles", Type.DOUBLE, 250, List.of()),
                        column(
                                "payment",
                                Type.STRING,
                                3,
                                List.of(new Share("card", 0.7, 0.5), new Share(level, 0.3, 0.5)))),
                Optional.of(new Delays(900, 3_000, 7_100, 90_000, 7_200)));
    }

    private static Column column(String name, Type type, long missing, List<Share> levels) {
        boolean text = type == Type.STRING;
        return new Column(
                new Field(name, name, type, REQUEST, Optional.empty(), Optional.empty()),
                true,
                2_000,
                missing,
                List.of(0.0, missing / 1_000.0),
                text ? "" : "1",
                text ? "" : "2.5",
                text ? "" : "9",
                levels);
    }

    private static Page page(List<Finding> findings, Overview overview) {
        Project project = Studies.project("How long?");
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put("read", 2_000L);
        rows.put("dropped: keep", 100L);
        rows.put("kept", 1_900L);
        return CheckPage.of(project, rows, findings, overview, Studies.origin());
    }
}

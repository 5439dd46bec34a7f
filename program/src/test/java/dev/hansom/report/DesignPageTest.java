package dev.hansom.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Json;
import dev.hansom.design.DesignResult;
import dev.hansom.report.plot.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class DesignPageTest {
    private static final String HOSTILE = "</title></script><script>alert(1)</script> & \"quotes\" <b title='x'>";
    private static final DesignResult ML = Studies.design(0.31, 0.27, 0.35, 0.24, 0.33, 0.30);
    private static final DesignResult RULE = Studies.design(0.05, -0.02, 0.08, 0.03, 0.06, 0.01);
    private static final DesignResult OPEN = Studies.design(0.35, 0.02, 0.41, 0.12, Double.NaN, 0.18);
    private static final DesignResult YOUNG = Studies.design(0.35);
    private static final DesignResult EMPTY = Studies.design(Double.NaN);

    @TempDir
    Path folder;

    @Test
    void aPageIsAsItWasLastTime() {
        Golden.same("design-ml", page(ML));
        Golden.same("design-rule", page(RULE));
        Golden.same("design-open", page(OPEN));
    }

    @Test
    void aPageKeepsToWhatEveryPageKeepsTo() {
        Stream.of(ML, RULE, OPEN, YOUNG, EMPTY).forEach(result -> Markup.holds(page(result)));
    }

    @Test
    void theVerdictIsASentence() {
        assertThat(VerdictText.sentence(ML.decision(), ML.metric()))
                .isEqualTo(
                        "The model beats the rule by 0.30 minutes of mean absolute error, 95\u00a0% interval 0.26 to 0.34,"
                                + " over 6 weeks; the margin was 0.20.");
        assertThat(VerdictText.sentence(RULE.decision(), RULE.metric()))
                .startsWith("The rule will do: the model gains only 0.04 minutes");
        assertThat(VerdictText.sentence(OPEN.decision(), OPEN.metric()))
                .startsWith("It is open whether a model pays: it gains 0.22 minutes")
                .endsWith("Until it is decided, the rule serves.");
        assertThat(VerdictText.sentence(YOUNG.decision(), YOUNG.metric())).contains("1 week could be compared");
    }

    @Test
    void aBoundThatRoundsToTheMarginIsWrittenLonger() {
        DesignResult close = Studies.design(0.2033, 0.2035, 0.2037, 0.2034, 0.2036, 0.2035);
        assertThat(VerdictText.sentence(close.decision(), close.metric())).contains("interval 0.203 to 0.204");
    }

    @Test
    void standInsAndOpeningsAreShown() {
        assertThat(page(ML).html())
                .contains("the time for which the trip is asked; the records hold when the meter started")
                .contains("The validation part has been opened twice by design, once by train")
                .contains("hansom design --project hansom.yaml");
    }

    @Test
    void theRuleIsShownWithWhatItRestsOnAndNoMore() {
        String rule = page(ML).sections().stream()
                .filter(section -> section.id().equals("rule"))
                .findFirst()
                .orElseThrow()
                .toString();
        assertThat(rule)
                .contains(
                        "from_zone × to_zone → to_zone", "sum of duration_minutes over sum of pair_minutes", "weekday")
                .doesNotContain("not_in_the_rule", "unused");
    }

    @Test
    void textsOfAProjectAreTextsOnThePage() {
        Page page = DesignPage.of(Studies.design(Studies.project(HOSTILE), 0.3, 0.3, 0.31), Studies.origin());
        Document document = Markup.holds(page);
        assertThat(Markup.all(document, "script")).hasSize(1);
        assertThat(Markup.all(document, "h1").getFirst().getTextContent()).contains(HOSTILE);
        Element facts = Markup.all(document, "script").getFirst();
        assertThat(Json.parse(facts.getTextContent()).member("project").asText("question"))
                .isEqualTo(HOSTILE);
    }

    @Test
    void theTwinHoldsTheSameFacts() {
        Json json = page(OPEN).json();
        assertThat(json.member("decision").asText("verdict")).isEqualTo("NOT_ENOUGH_DATA");
        assertThat(json.member("decision").member("interval").asReal("mean"))
                .isEqualTo(OPEN.decision().interval().mean());
        assertThat(json.items("weeks")).hasSize(6);
        assertThat(json.items("weeks").get(3).asReal("gain")).isEqualTo(0.12);
        assertThat(json.items("evaluations")).hasSize(6);
        assertThat(json.member("leakage").items("fields")).hasSize(6);
        assertThat(json.member("openings").asWhole("design")).isEqualTo(2);
        assertThat(json.member("rows").asWhole("kept")).isEqualTo(136_152);
        Json embedded = Json.parse(page(OPEN).embedded());
        assertThat(embedded.text()).isEqualTo(json.text());
    }

    @Test
    void aPageIsWrittenWithItsTwinBesideIt() throws IOException {
        Path written = page(ML).write(folder.resolve("reports"), "design");
        assertThat(written).hasContent(page(ML).html());
        assertThat(Json.parse(Files.readString(folder.resolve("reports/design.json")))
                        .asText("kind"))
                .isEqualTo("design");
        try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aVerdictHasTheLookOfWhatServes() {
        assertThat(page(ML).headline().look()).isEqualTo(Look.MODEL);
        assertThat(page(RULE).headline().look()).isEqualTo(Look.RULE);
        assertThat(page(OPEN).headline().look()).isEqualTo(Look.AMBER);
    }

    private static Page page(DesignResult result) {
        return DesignPage.of(result, Studies.origin());
    }
}

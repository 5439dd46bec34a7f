package dev.hansom.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.base.Json;
import dev.hansom.base.ProblemException;
import dev.hansom.report.plot.Look;
import dev.hansom.train.TrainResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainPageTest {
    private static final TrainResult BETTER = Trainings.training(Studies.project(), 0.34, 0.29, 0.31, 0.36);
    private static final TrainResult WORSE = Trainings.training(Studies.project(), -0.02, 0.01, -0.03, 0.02);

    @Test
    void aPageIsAsItWasLastTime() {
        Golden.same("train", page(BETTER));
    }

    @Test
    void aPageKeepsToWhatEveryPageKeepsTo() {
        Markup.holds(page(BETTER));
        Markup.holds(page(WORSE));
        Markup.holds(page(Trainings.training(Studies.project())));
    }

    @Test
    void theHeadlineSaysWhoIsBetterAndLeavesTheVerdictToTheGate() {
        assertThat(page(BETTER).headline().look()).isEqualTo(Look.MODEL);
        assertThat(page(BETTER).headline().sentence())
                .isEqualTo(
                        "On 2021-02, which none of them was fitted on, the model is off by 4.43 minutes (mean absolute"
                                + " error), the rule by 4.75.");
        assertThat(page(WORSE).headline().look()).isEqualTo(Look.RULE);
        assertThat(page(WORSE).headline().word()).isEqualTo("Not better than the rule");
    }

    @Test
    void featuresStandByWhatTheyAreWorth() {
        String html = page(BETTER).html();
        assertThat(html.indexOf("+1.842")).isLessThan(html.indexOf("+0.061")).isPositive();
    }

    @Test
    void standInsAndOpeningsAreShown() {
        assertThat(page(BETTER).html())
                .contains("the time for which the trip is asked")
                .contains("The validation part has been opened twice by design, once by train");
    }

    @Test
    void textsOfAProjectAreTextsOnThePage() {
        Markup.holds(page(Trainings.training(Studies.project("<script>alert(1)</script>&"), 0.3, 0.3)));
    }

    @Test
    void theTwinHoldsTheSameFacts() {
        Json json = page(BETTER).json();
        assertThat(json.asText("kind")).isEqualTo("train");
        assertThat(json.member("weeks").items("blocks")).hasSize(4);
        assertThat(json.items("importance")).hasSize(3);
        assertThat(json.items("evaluations").get(2).asReal("value"))
                .isEqualTo(BETTER.evaluations().get(2).value());
        assertThat(json.member("openings").asWhole("train")).isEqualTo(1);
    }

    @Test
    void aPageAndItsFactsAreWrittenBothOrNeither(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("train.html"));
        assertThatThrownBy(() -> page(BETTER).write(folder, "train"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("train.html: cannot be written: Is a directory");
        assertThat(folder.resolve("train.json")).doesNotExist();
        Files.delete(folder.resolve("train.html"));
        page(BETTER).write(folder, "train");
        assertThat(folder).isDirectoryContaining("glob:**train.json").isDirectoryContaining("glob:**train.html");
    }

    private static Page page(TrainResult result) {
        return TrainPage.of(result, Studies.origin());
    }
}

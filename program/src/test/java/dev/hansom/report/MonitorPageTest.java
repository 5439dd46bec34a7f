package dev.hansom.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Json;
import dev.hansom.monitor.Finding;
import dev.hansom.monitor.MonitorResult;
import dev.hansom.monitor.Statistic;
import dev.hansom.monitor.Status;
import dev.hansom.report.plot.Look;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonitorPageTest {
    private static final MonitorResult CLEAN = Traffics.clean(Studies.project());
    private static final MonitorResult SICK = Traffics.sick(Studies.project());

    @Test
    void aPageIsAsItWasLastTime() {
        Golden.same("monitor-green", page(CLEAN));
        Golden.same("monitor-red", page(SICK));
    }

    @Test
    void aPageKeepsToWhatEveryPageKeepsTo() {
        Markup.holds(page(CLEAN));
        Markup.holds(page(SICK));
        Markup.holds(page(Traffics.sick(Studies.project("<script>alert(1)</script>&"))));
    }

    @Test
    void healthIsAWordASentenceAndALook() {
        assertThat(page(CLEAN).headline().look()).isEqualTo(Look.GREEN);
        assertThat(page(CLEAN).headline().sentence()).startsWith("Nothing to do");
        assertThat(page(SICK).headline().look()).isEqualTo(Look.RED);
        assertThat(page(SICK).headline().word()).isEqualTo("Red");
        assertThat(page(SICK).headline().sentence())
                .isEqualTo("Somebody has to act: 2 findings are red. First: from_zone: missing 0 % → 100 %.");
    }

    @Test
    void everyFindingSaysWhatToDo() {
        assertThat(page(SICK).html()).contains("hansom promote --rule", "Ask the sender why it is missing");
        assertThat(Arrays.stream(Statistic.values())
                        .map(statistic -> new Finding(
                                Status.RED, "model", statistic, Optional.empty(), 1, 0, Double.NaN, "so it is"))
                        .map(Advice::about))
                .allMatch(advice -> advice.endsWith("."));
    }

    @Test
    void theWorstColumnStandsFirst() {
        assertThat(DriftSection.worst(SICK.windows()).stream()
                        .map(worst -> worst.drift().name()))
                .containsExactly("from_zone", "prediction", "to_zone", "duration_minutes", "pickup_at.hour");
    }

    @Test
    void onlyColumnsThatDriftedAreDrawnOneByOne() {
        assertThat(page(CLEAN).html()).doesNotContain("spread-0");
        assertThat(page(SICK).html())
                .contains("spread-0-title", "spread-2-title")
                .doesNotContain("spread-3");
    }

    @Test
    void aPageWithoutAModelSaysSo() {
        Page page = page(Traffics.withoutModel(Studies.project()));
        Markup.holds(page);
        assertThat(page.html())
                .contains("no model has passed the gate, so the rule is what should answer")
                .contains("Nothing could be compared")
                .doesNotContain("gain-interval");
    }

    @Test
    void manyWindowsOfManyColumnsStayOnePage() {
        Page page = page(Traffics.large(Studies.project(), 100, 80));
        Markup.holds(page);
        assertThat(page.embedded()).contains("beside this page");
        assertThat(page.json().items("windows")).hasSize(100);
    }

    @Test
    void standInsAreShown() {
        assertThat(page(CLEAN).html()).contains("the time for which the trip is asked");
    }

    @Test
    void theTwinHoldsTheSameFacts() {
        Json json = page(SICK).json();
        assertThat(json.asText("health")).isEqualTo("red");
        assertThat(json.items("findings")).hasSize(4);
        assertThat(json.items("findings").getFirst().asText("about")).isEqualTo("from_zone");
        assertThat(json.items("windows")).hasSize(4);
        assertThat(json.items("days")).hasSize(28);
        assertThat(json.member("answered").asWhole("requests")).isEqualTo(68_000);
        assertThat(json.member("gain").member("interval").asReal("mean"))
                .isEqualTo(SICK.yardstick().gain().mean());
    }

    private static Page page(MonitorResult result) {
        return MonitorPage.of(result, Studies.origin());
    }
}

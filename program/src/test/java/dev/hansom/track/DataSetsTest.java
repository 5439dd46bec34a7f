package dev.hansom.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.base.Json;
import dev.hansom.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path home;

    private Store store;
    private String run;

    @BeforeEach
    void open() {
        store = Store.open(home, Clock.fixed(NOW, ZoneOffset.UTC));
        run = new Runs(store).start(Experiments.DEFAULT, "first").id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anExperimentIsMadeOnce() {
        Experiments experiments = new Experiments(store);
        assertThat(experiments.list()).extracting(Experiment::name).containsExactly("Default");
        Experiment taxi = experiments.named("taxi");
        assertThat(taxi).isEqualTo(new Experiment(1, "taxi", NOW));
        assertThat(experiments.named("taxi")).isEqualTo(taxi);
        assertThat(new Experiments(store).get(1)).isEqualTo(taxi);
        assertThat(experiments.find("bus")).isEmpty();
    }

    @Test
    void aRunRemembersWhatItReadAndWhatFor() {
        DataSets dataSets = new DataSets(store);
        DataSet january = dataSet("2021-01", 90);
        DataSet february = dataSet("2021-02", 80);
        dataSets.used(run, february, "validation");
        dataSets.used(run, january, "training");
        dataSets.used(run, january, "training");
        assertThat(dataSets.of(run))
                .containsExactly(new DataSets.Use(january, "training"), new DataSets.Use(february, "validation"));
    }

    @Test
    void theSameFilesUnderAnotherFilterAreAnotherDataSet() {
        DataSets dataSets = new DataSets(store);
        dataSets.used(run, dataSet("2021-01", 90), "training");
        String other = new Runs(store).start(Experiments.DEFAULT, "second").id();
        dataSets.used(other, dataSet("2021-01", 70), "training");
        assertThat(dataSets.of(run)).extracting(DataSets.Use::dataSet).containsExactly(dataSet("2021-01", 90));
        assertThat(dataSets.of(other)).extracting(DataSets.Use::dataSet).containsExactly(dataSet("2021-01", 70));
    }

    @Test
    void everyLookAtAHeldOutPeriodCounts() {
        Openings openings = new Openings(store);
        assertThat(openings.opened("taxi", "2021-02", "train", run)).isEqualTo(1);
        assertThat(openings.opened("taxi", "2021-02", "train", null)).isEqualTo(2);
        assertThat(openings.opened("taxi", "2021-02", "design", run)).isEqualTo(1);
        assertThat(openings.opened("bus", "2021-02", "train", run)).isEqualTo(1);
        assertThat(openings.counts("taxi", "2021-02")).containsExactly(Map.entry("design", 1L), Map.entry("train", 2L));
        assertThat(openings.counts("taxi", "2021-03")).isEmpty();
        assertThat(openings.counts("taxi")).containsExactly(Map.entry("2021-02", Map.of("design", 1L, "train", 2L)));
        assertThat(openings.list("taxi"))
                .hasSize(3)
                .first()
                .isEqualTo(new Opening("taxi", "2021-02", "train", Optional.of(run), NOW));
    }

    @Test
    void aRunLeavesFiles() {
        Artifacts artifacts = new Artifacts(store);
        artifacts.put(run, "report/design.html", "<p>".getBytes(StandardCharsets.UTF_8));
        Artifact model = artifacts.put(run, "model.hsm", new byte[] {1, 2, 3});
        artifacts.put(run, "model.hsm", new byte[] {4, 5});
        assertThat(artifacts.list(run)).extracting(Artifact::path).containsExactly("model.hsm", "report/design.html");
        assertThat(artifacts.find(run, "model.hsm")).map(Artifact::bytes).hasValue(2L);
        assertThat(store.blobs().read(model.sha256())).containsExactly(1, 2, 3);
        assertThat(artifacts.find(run, "else")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a//b", "../a", "a/./b", "a/..", "a\\b", "a/"})
    void aPathThatLeavesItsRunIsRefused(String path) {
        assertThatThrownBy(() -> new Artifacts(store).put(run, path, new byte[0]))
                .hasMessageContaining("a path that leaves its run");
    }

    private static DataSet dataSet(String period, long kept) {
        Json accounting = Json.object().put("read", 100).put("kept", kept).build();
        return new DataSet("trips", "0123", "green_" + period + ".parquet", period, accounting);
    }
}

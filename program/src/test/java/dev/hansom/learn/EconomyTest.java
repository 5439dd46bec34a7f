package dev.hansom.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EconomyTest {
    private static final String FEATURES = "features: {size: size, price: price}\n";

    @TempDir
    Path folder;

    @Test
    void smallTablesAreComparedInFull() {
        Project project = Shop.project(folder, FEATURES);
        assertThat(Economy.of(project, 200_000)).isEqualTo(Economy.NONE);
        assertThat(Economy.NONE.said(project, 200_000)).isEmpty();
    }

    @Test
    void largeTablesAreComparedWithLessWorkAndSaySo() {
        Project project = Shop.project(folder, FEATURES);
        Economy economy = Economy.of(project, 10_000_000);
        assertThat(economy.mostRows()).isEqualTo(2_500_000);
        assertThat(economy.said(project, 10_000_000))
                .singleElement()
                .asString()
                .contains("2,500,000 rows", "at most 500, chosen once", "decide.effort: full")
                .doesNotContain("folds");
    }

    @Test
    void whoWantsFullEffortGetsIt() {
        Project project = Shop.project(folder, "decide: {effort: full}\n" + FEATURES);
        assertThat(Economy.of(project, 10_000_000)).isEqualTo(Economy.NONE);
    }

    @Test
    void aModelThatSavesLearnsFromEvenlySpacedRowsAndKeepsItsRounds() {
        Project project = Shop.project(folder, FEATURES);
        Columns rows = Shop.rows(project, 3_000, 4);
        int[] third = new int[1_000];
        for (int i = 0; i < third.length; i++) {
            third[i] = 3 * i;
        }
        Economy economy = new Economy(1_000, 500, true, 6);
        ModelTrainer saving = ModelTrainer.of(project, Map.of(), economy);
        Fitted first = saving.fitted(rows, Progress.NONE);
        Fitted alike = new XgboostTrainer(project, Map.of()).fitted(rows.select(third), Progress.NONE);
        assertThat(first.model().bytes()).isEqualTo(alike.model().bytes());
        Fitted then = saving.fitted(Shop.rows(project, 3_000, 5), Progress.NONE);
        assertThat(then.notes()).containsEntry("rounds", first.notes().get("rounds"));
    }
}

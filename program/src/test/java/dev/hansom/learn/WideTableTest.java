package dev.hansom.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.project.ProjectReader;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.feature.Lookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A thousand features, columns with nothing in them, columns that never change, texts with thousands of levels.
@Timeout(60)
class WideTableTest {
    private static final int NUMBERS = 900;
    private static final int TEXTS = 90;

    @TempDir
    Path folder;

    @Test
    void aThousandFeaturesAreFittedByTrees() throws IOException {
        Project project = project("{kind: xgboost, parameters: {rounds: 10, max_depth: 3}}");
        assertThat(project.features()).hasSize(NUMBERS + TEXTS + 10);
        Model model = fit(project, new XgboostTrainer(project, Map.of()), 1_000);
        Lookup text = model.vocabulary().lookups().getFirst();
        assertThat(text.levels().getFirst().cells())
                .as("levels, and the missing one")
                .hasSizeLessThan(202);
        assertThat(model.predict(Map.of("n1", 3.0, "t1", "never seen"))).isFinite();
        assertThat(model.predict(Map.of())).isFinite();
    }

    @Test
    void aThousandFeaturesAreFittedByALinearModel() throws IOException {
        Project project = project("{kind: ridge}");
        Model model = fit(project, new RidgeTrainer(project, Map.of()), 300);
        assertThat(model.predict(Map.of("n1", 3.0, "n2", 1.0))).isFinite();
        assertThat(model.predict(Map.of())).isFinite();
    }

    private static Model fit(Project project, Trainer trainer, int rows) {
        return Model.read(trainer.fit(rows(project, rows), Progress.NONE).bytes());
    }

    /// Numbers with noise (n0 to n9 have nothing in them, n10 to n19 never change), texts (t0 has as many levels as
    /// rows).
    private static Columns rows(Project project, int count) {
        Random random = new Random(1);
        Columns rows = new Columns(project.labelledSchema(), count);
        for (int i = 0; i < count; i++) {
            int row = rows.append();
            rows.set(rows.schema().index("at"), row, i * 3_600_000_000L);
            for (int n = 10; n < NUMBERS; n++) {
                rows.set(rows.schema().index("n" + n), row, n < 20 ? 7 : random.nextGaussian());
            }
            for (int t = 0; t < TEXTS; t++) {
                int level = t == 0 ? i : random.nextInt(1 + 40 * t);
                rows.set(rows.schema().index("t" + t), row, random.nextInt(9) == 0 ? null : "a \"text\"\n" + level);
            }
            rows.set(
                    rows.schema().index("y"),
                    row,
                    rows.number(rows.schema().index("n30"), row) + random.nextGaussian());
        }
        return rows;
    }

    private Project project(String learner) throws IOException {
        StringBuilder text = new StringBuilder("""
                name: wide
                target: {name: y, expression: z}
                time: at
                data: {files: "none.csv"}
                rule: {expression: n20, reason: none}
                learner: %s
                fields:
                  at: timestamp
                  z: {type: double, known: outcome}
                """.formatted(learner));
        StringBuilder features = new StringBuilder("features:\n");
        for (int n = 0; n < NUMBERS; n++) {
            text.append("  n").append(n).append(": double\n");
            features.append("  n").append(n).append(": n").append(n).append('\n');
        }
        for (int t = 0; t < TEXTS; t++) {
            text.append("  t").append(t).append(": string\n");
            features.append("  c").append(t).append(": {category: t").append(t).append(", least: 3}\n");
        }
        for (int t = 0; t < 10; t++) {
            features.append("  m").append(t).append(": {category: t").append(t).append(", order: target}\n");
        }
        return ProjectReader.read(Files.writeString(folder.resolve("hansom.yaml"), text.append(features)));
    }
}

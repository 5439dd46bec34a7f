package dev.hansom.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Progress;
import dev.hansom.data.Blocks;
import dev.hansom.data.Dataset;
import dev.hansom.data.DatasetReader;
import dev.hansom.data.Engine;
import dev.hansom.data.Periods;
import dev.hansom.data.Stretches;
import dev.hansom.design.DesignStudy;
import dev.hansom.design.Ladder;
import dev.hansom.evaluate.Decision;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.evaluate.Verdict;
import dev.hansom.learn.ConstantTrainer;
import dev.hansom.learn.ModelTrainer;
import dev.hansom.learn.RuleTrainer;
import dev.hansom.project.Project;
import dev.hansom.project.ProjectReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The template's design in each world: the one place where a verdict is what is tested.
class VerdictTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"ML, ML", "RULE, RULE", "SHORT, NOT_ENOUGH_DATA"})
    void theDesignFindsWhatIsTrueInTheWorld(World world, Verdict verdict) {
        try (Engine engine = Engine.open(Engine.Settings.in(folder.resolve("spill")))) {
            new SimulatedCity(CityPlan.USUAL.in(world).rows(4_000))
                    .write(folder.resolve("data"), engine, Progress.NONE);
            Templates.copy("taxi", folder, Map.of("files", "data/*.parquet", "source", "simulated"));
            Decision decision = design(ProjectReader.read(folder.resolve("hansom.yaml")), engine);
            assertThat(decision.verdict()).as(decision.toString()).isEqualTo(verdict);
        }
    }

    private static Decision design(Project project, Engine engine) {
        DatasetReader reader = new DatasetReader(engine);
        Periods months = reader.periods(project, Progress.NONE);
        Dataset past = reader.read(project, months.past(), Progress.NONE);
        long live = months.liveStart();
        Ladder ladder = new Ladder(
                new ConstantTrainer(project), new RuleTrainer(project, Map.of()), ModelTrainer.of(project, Map.of()));
        return new DesignStudy(project, ladder)
                .run(
                        LabelledRows.of(
                                past.labelled(),
                                project.time(),
                                project.target().name()),
                        Stretches.weeks(Blocks.weeksBefore(live, 6)),
                        Map.of(),
                        Map.of(),
                        Progress.NONE)
                .decision();
    }
}

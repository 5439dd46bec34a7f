package dev.hansom.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectReaderTest {
    private static final String GOOD = """
            name: rides
            question: How long?
            owner: me
            target: {name: minutes, expression: (epoch(dropoff) - epoch(pickup)) / 60, unit: minutes}
            moments: [request, pickup, dropoff]
            prediction: request
            time: pickup
            time_zone: America/New_York
            label_delay: 2h
            keep_labelled: minutes BETWEEN 1 AND 60
            decide: {metric: mae, margin: 0.2, reason: it pays}
            data: {files: ["*.parquet"], validate: 1, live: 1}
            fields:
              pickup: {type: timestamp, known: request}
              dropoff: {type: timestamp, known: dropoff}
              zone: {type: int64, known: request}
              miles: {type: double, known: dropoff}
            lookups:
              zone_minutes: {mean: minutes, by: [zone], shrink: 10}
              zone_pace: {ratio: [minutes, miles], where: miles > 0, by: [zone, hour(pickup)], then: [[zone]]}
            rule: {expression: zone_minutes, reason: what it took before}
            features:
              zone: zone
              usual: zone_minutes * zone_pace
            learner: {kind: ridge}
            watch: {window: P7D, coverage: 0.8}
            """;

    @TempDir
    Path folder;

    @Test
    void checksAreReadWithTheirBounds() throws IOException {
        Project project = ProjectReader.read(write(GOOD + """
                checks:
                  rows: {min: 100}
                  duplicates_at_most: 0.01
                  gap_at_most: 12h
                  fields:
                    pickup: {min: 2024-01-01, max: 2024-02-01T00:00:00}
                    zone: {levels: [1, 2, 3], outside_at_most: 0.001, missing_at_most: 0}
                    miles: {min: 0, median_min: 1, median_max: 4}
                  expressions:
                    arrives later: dropoff >= pickup
                    mostly far: {holds: miles > 0.1, at_least: 0.9}
                """));
        Checks checks = project.checks();
        assertThat(checks.rows()).isEqualTo(new Checks.Bounds(100, Double.POSITIVE_INFINITY));
        assertThat(checks.gapAtMost()).contains(Duration.ofHours(12));
        assertThat(checks.fields().get("pickup").values().max()).isEqualTo(1_706_745_600_000_000.0);
        assertThat(checks.fields().get("zone").levels()).containsExactly("1", "2", "3");
        assertThat(checks.fields().get("miles").median()).isEqualTo(new Checks.Bounds(1, 4));
        assertThat(checks.expressions()).last().isEqualTo(new Checks.RowCheck("mostly far", "miles > 0.1", 0.9));
    }

    @Test
    void mistakesInChecksAreToldWithTheirPlaces() throws IOException {
        Path file = write(GOOD + """
                checks:
                  rows: {min: 10, max: 5}
                  duplicates_at_most: 2
                  fields:
                    mile: {min: 0}
                    zone: {mni: 0}
                  expressions:
                    wrong: minute > 1
                """);
        assertThatThrownBy(() -> ProjectReader.read(file))
                .hasMessageContaining("checks.rows.max does not fit")
                .hasMessageContaining("checks.duplicates_at_most does not fit")
                .hasMessageContaining("did you mean miles?")
                .hasMessageContaining("did you mean min?");
    }

    @Test
    void aGoodFileIsReadWhole() throws IOException {
        Project project = ProjectReader.read(write(GOOD));
        assertThat(project.name()).isEqualTo("rides");
        assertThat(project.labelDelay()).isEqualTo(Duration.ofHours(2));
        assertThat(project.askedSchema().names()).containsExactly("pickup", "zone");
        assertThat(project.labelledSchema().type(4)).isEqualTo(Type.DOUBLE);
        assertThat(project.lookups().get(1).levels()).containsExactly(List.of("zone", "hour(pickup)"), List.of("zone"));
        assertThat(project.hash()).hasSize(64);
    }

    @Test
    void sixMistakesAreSixProblemsWithLineAndColumn() throws IOException {
        String six = GOOD.replace("name: rides\n", "name: rides\nowners: me\n")
                .replace("metric: mae", "metric: mea")
                .replace("time_zone: America/New_York", "time_zone: America/New_Yrok")
                .replace("zone: {type: int64, known: request}", "zone: {type: int46, known: request}")
                .replace("label_delay: 2h", "label_delay: soon")
                .replace("margin: 0.2", "margin: much");
        List<Problem> problems = problems(six);
        assertThat(problems).hasSize(6).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.PROJECT_INVALID);
            assertThat(problem.where()).matches(".*hansom\\.yaml:\\d+:\\d+");
        });
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.where()).endsWith(":2:1");
            assertThat(problem.text()).contains("unknown key owners", "did you mean owner?");
        });
        assertThat(problems).anySatisfy(problem -> assertThat(problem.text()).contains("mea", "did you mean mae?"));
        assertThat(problems).anySatisfy(problem -> assertThat(problem.text()).contains("int46", "int64"));
    }

    @Test
    void anAnswerThatReadsAFieldTooSoonIsRefused() throws IOException {
        List<Problem> problems = problems(GOOD.replace("zone: zone\n", "zone: miles\n"));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.text()).contains("feature zone reads miles", "known at dropoff", "stands_in_for");
        });
    }

    @Test
    void aReasonLetsAFieldStandInAndALookupMayLearnFromAnyField() throws IOException {
        String text = GOOD.replace("zone: zone\n", "zone: miles\n")
                .replace(
                        "miles: {type: double, known: dropoff}",
                        "miles: {type: double, known: dropoff, stands_in_for: the routed distance}");
        assertThat(ProjectReader.read(write(text)).askedSchema().names()).contains("miles");
    }

    @Test
    void aKeyOfALookupMustBeKnownInTime() throws IOException {
        List<Problem> problems = problems(GOOD.replace("by: [zone], shrink", "by: [hour(dropoff)], shrink"));
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem.text()).contains("lookup zone_minutes reads dropoff"));
    }

    @Test
    void theFilterForAllRowsMayNotReadTheTarget() throws IOException {
        assertThat(problems(GOOD.replace("keep_labelled: minutes", "keep: minutes")))
                .isNotEmpty();
    }

    @Test
    void anExpressionThatDoesNotCompilePointsIntoItsText() throws IOException {
        List<Problem> problems = problems(GOOD.replace("expression: zone_minutes,", "expression: zone_minuts,"));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.where()).endsWith(":21:20");
            assertThat(problem.text()).contains("zone_minutes");
        });
    }

    @Test
    void aParameterThatTheLearnerDoesNotHaveIsRefused() throws IOException {
        assertThat(problems(GOOD.replace("{kind: ridge}", "{kind: xgboost, parameters: {max_dept: 6}}")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("max_dept", "did you mean max_depth?"));
    }

    @Test
    void tagsAnchorsAndTwinsAreRefused() throws IOException {
        assertThat(problems(GOOD.replace("owner: me", "owner: !!java.net.URL [x]")))
                .isNotEmpty();
        assertThat(problems(GOOD.replace("owner: me", "owner: &a me"))).isNotEmpty();
        assertThat(problems(GOOD.replace("owner: me", "owner: me\nowner: you")))
                .anySatisfy(problem -> assertThat(problem.text()).contains("twice"));
    }

    @Test
    void aFileThatIsMissingOrNoYamlIsOneClearProblem() throws IOException {
        assertThatThrownBy(() -> ProjectReader.read(folder.resolve("none.yaml")))
                .hasMessageContaining("none.yaml");
        assertThat(problems("name: [unclosed"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("not YAML"));
    }

    private List<Problem> problems(String text) throws IOException {
        Path file = write(text);
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> ProjectReader.read(file));
        assertThat(refused).isNotNull();
        return refused.problems();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("hansom.yaml"), text);
    }
}

package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.project.ProjectReader;
import dev.hansom.score.Columns;
import dev.hansom.zoo.Animal;
import dev.hansom.zoo.Zoo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitsTest {
    @TempDir
    static Path spill;

    @TempDir
    Path folder;

    private static Engine engine;

    @BeforeAll
    static void open() {
        engine = Engine.open(Engine.Settings.in(spill));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void rowsWithoutATimeArePartedByTheirContentAndNotByTheirPlace() {
        Animal houses = Zoo.named("houses");
        List<String> shuffled = new ArrayList<>(houses.lines());
        Collections.shuffle(shuffled.subList(1, shuffled.size()), new Random(1));
        Dataset before = read("before", houses, "");
        Dataset after = read("after", new Animal("houses", shuffled, houses.project(), Set.of()), "");
        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
        for (int row = 0; row < before.labelled().size(); row++) {
            assertThat(RowHash.high(after.labelled(), 7, row)).isEqualTo(RowHash.high(before.labelled(), 7, row));
        }
        Periods periods = new DatasetReader(engine).periods(project("before"), Progress.NONE);
        assertThat(periods.all()).extracting(Period::name).containsExactly("train", "validate", "live");
        int all = houses.lines().size() - 1;
        assertThat(count(periods.training())).isBetween((int) (0.55 * all), (int) (0.65 * all));
        assertThat(count(periods.validation())).isBetween((int) (0.16 * all), (int) (0.24 * all));
        assertThat(count(periods.training()) + count(periods.validation()) + count(periods.live()))
                .isEqualTo(all);
    }

    @Test
    void aRowKeepsItsPlaceWhenOthersGo() {
        Animal houses = Zoo.named("houses");
        List<String> fewer = new ArrayList<>(houses.lines().subList(0, 700));
        Columns all = read("all", houses, "").rows();
        Columns some = read("some", new Animal("houses", fewer, houses.project(), Set.of()), "")
                .rows();
        Set<Long> places = new HashSet<>();
        for (int row = 0; row < all.size(); row++) {
            places.add(all.integer(5, row));
        }
        for (int row = 0; row < some.size(); row++) {
            assertThat(places).contains(some.integer(5, row));
        }
    }

    @Test
    void aGroupIsNeverOnTwoSides() {
        Zoo.named("customers").write(folder.resolve("c"));
        Project project = project("c");
        DatasetReader reader = new DatasetReader(engine);
        Periods periods = reader.periods(project, Progress.NONE);
        Set<String> earlier = new HashSet<>();
        for (List<Period> part : List.of(periods.training(), periods.validation(), periods.live())) {
            Columns rows = reader.read(project, part, Progress.NONE).rows();
            Set<String> here = new HashSet<>();
            for (int row = 0; row < rows.size(); row++) {
                here.add(String.valueOf(rows.text(0, row)));
            }
            assertThat(here).isNotEmpty().noneMatch(earlier::contains);
            earlier.addAll(here);
        }
    }

    @Test
    void equalRowsAreOnOneSide() {
        Zoo.named("every_row_twice").write(folder.resolve("t"));
        Project project = project("t");
        DatasetReader reader = new DatasetReader(engine);
        Periods periods = reader.periods(project, Progress.NONE);
        Columns training =
                reader.read(project, periods.training(), Progress.NONE).rows();
        Columns validation =
                reader.read(project, periods.validation(), Progress.NONE).rows();
        assertThat(Duplicates.across(
                        Dataset.together(training.schema(), List.of(training, validation)), training.size(), 2))
                .isZero();
        assertThat(Duplicates.within(training, 2)).isEqualTo(training.size() / 2);
    }

    @Test
    void oneFileHoldsTheMonthsOfItsRowsAndWrongClocksStartAndEndNothing() {
        Animal year = Zoo.named("a_year");
        List<String> lines = new ArrayList<>(year.lines());
        lines.add("1999-01-01T00:00,s1,1.0,5.0");
        lines.add("2098-01-01T00:00,s1,1.0,5.0");
        lines.add(",s1,1.0,5.0");
        Dataset data = read("year", new Animal("year", lines, year.project(), Set.of()), "");
        assertThat(data.parts()).singleElement().extracting(Part::period).isEqualTo("2023-01..2023-12");
        assertThat(data.accounting().dropped()).isEqualTo(java.util.Map.of("outside_period", 2L, "time_missing", 1L));
        assertThat(data.rows().size()).isEqualTo(year.lines().size() - 1);
        Periods periods = new DatasetReader(engine).periods(project("year"), Progress.NONE);
        assertThat(periods.training()).hasSize(10);
        Dataset march = new DatasetReader(engine)
                .read(project("year"), periods.training().subList(2, 3), Progress.NONE);
        assertThat(march.accounting().read()).isEqualTo(124);
        assertThat(march.accounting().dropped()).isEmpty();
    }

    @Test
    void theRowsOfAFileOfManyMonthsComeOnceAndEachCountsInItsOwnMonth() {
        Zoo.named("a_year").write(folder.resolve("y"));
        Project project = project("y");
        Periods periods = new DatasetReader(engine).periods(project, Progress.NONE);
        long[] counted = new long[1];
        Accounting accounting = new ProjectRows(engine, project).read(periods.all(), Progress.NONE, chunk -> {
            for (int row = 0; row < chunk.rows().size(); row++) {
                if (chunk.fates().get(row) != Fate.ELSEWHERE) {
                    counted[0]++;
                    assertThat(chunk.period().window().contains(chunk.rows().integer(0, row)))
                            .isTrue();
                }
            }
        });
        assertThat(accounting.read()).isEqualTo(counted[0]).isEqualTo(4 * 365);
        assertThat(accounting.kept()).isEqualTo(4 * 365);
    }

    @Test
    void tooFewPeriodsSayWhatWouldDo() {
        Zoo.named("one_month").write(folder.resolve("m"));
        assertThatThrownBy(() -> new DatasetReader(engine).periods(project("m"), Progress.NONE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems().getFirst().text())
                                .contains("too few months", "1 found: 2023-01 (table.csv)", "set data.each: week"));
    }

    @Test
    void weeksWithoutRowsAreNotAmongTheComparedOnes() {
        Animal gaps = Zoo.named("a_year_of_missing_months");
        Columns rows = read("gaps", gaps, "").rows();
        Periods periods = new DatasetReader(engine).periods(project("gaps"), Progress.NONE);
        assertThat(periods.all()).extracting(Period::name).hasSize(6).doesNotContain("2023-05");
        Project project = project("gaps");
        Stretches stretches = Stretches.toCompare(
                project, rows, 0, periods.training().getLast().window().end(), 10);
        assertThat(stretches.stretch()).isEqualTo(Stretch.WEEK);
        assertThat(stretches.windows())
                .hasSize(Stretches.WEEKS)
                .allSatisfy(
                        week -> assertThat(Blocks.slice(rows, 0, week).size()).isPositive());
    }

    private int count(List<Period> periods) {
        return new DatasetReader(engine)
                .read(project("before"), periods, Progress.NONE)
                .rows()
                .size();
    }

    private Project project(String name) {
        return ProjectReader.read(folder.resolve(name).resolve("hansom.yaml"));
    }

    private Dataset read(String name, Animal animal, String more) {
        new Animal(animal.name(), animal.lines(), animal.project() + more, Set.of()).write(folder.resolve(name));
        return new DatasetReader(engine).read(project(name), Progress.NONE);
    }
}

package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.base.Problem;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {
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
    void theShareIsLearnedFromAndTheRestIsAccountedFor() {
        Animal houses = Zoo.named("houses");
        Dataset all = read("all", houses);
        Dataset third = read("third", sampled(houses, "0.3"));
        int rows = all.labelled().size();
        assertThat(third.labelled().size()).isBetween((int) (0.25 * rows), (int) (0.35 * rows));
        assertThat(third.accounting().read()).isEqualTo(all.accounting().read());
        assertThat(third.accounting().dropped(Accounting.SAMPLE))
                .isEqualTo(rows - third.labelled().size());
        assertThat(third.fingerprint()).isEqualTo(all.fingerprint());
        assertThat(rows(all.rows())).containsAll(rows(third.rows()));
    }

    @Test
    void itIsTheSameWhateverTheOrderAndPartOfALargerOne() {
        Animal houses = Zoo.named("houses");
        List<String> shuffled = new ArrayList<>(houses.lines());
        Collections.shuffle(shuffled.subList(1, shuffled.size()), new Random(1));
        Dataset before = read("before", sampled(houses, "0.3"));
        Dataset after = read("after", sampled(new Animal("houses", shuffled, houses.project(), Set.of()), "0.3"));
        Dataset larger = read("larger", sampled(houses, "0.6"));
        assertThat(rows(after.rows())).isEqualTo(rows(before.rows()));
        assertThat(rows(larger.rows())).containsAll(rows(before.rows()));
    }

    @Test
    void whichRowsItHasDoesNotFollowFromTheirPlaceInTheMadeUpOrder() {
        Animal houses = sampled(Zoo.named("houses"), "0.5");
        Dataset half = read("half", houses);
        Project project = project("half");
        DatasetReader reader = new DatasetReader(engine);
        int training = reader.read(
                        project, reader.periods(project, Progress.NONE).training(), Progress.NONE)
                .rows()
                .size();
        int all = half.rows().size();
        assertThat(training).isBetween((int) (0.54 * all), (int) (0.66 * all));
    }

    @Test
    void groupsComeWhole() {
        Animal customers = Zoo.named("customers");
        Map<String, Integer> all = sizes(read("all", customers).rows());
        Map<String, Integer> some =
                sizes(read("some", sampled(customers, "0.4")).rows());
        assertThat(some).hasSizeBetween((int) (0.3 * all.size()), (int) (0.5 * all.size()));
        assertThat(all).containsAllEntriesOf(some);
    }

    @Test
    void theShareThatARefusalNamesFits() {
        Animal houses = eightTimes(Zoo.named("houses"));
        for (long heap : new long[] {300_000, 1_000_000, 2_000_000}) {
            houses.write(folder.resolve("large"));
            DatasetReader reader = new DatasetReader(engine, heap);
            assertThatThrownBy(() -> reader.read(project("large"), Progress.NONE))
                    .isInstanceOfSatisfying(ProblemException.class, failure -> {
                        Problem problem = failure.problems().getFirst();
                        Matcher share =
                                Pattern.compile("data\\.sample: (\\S+) ").matcher(problem.text());
                        assertThat(share.find()).as(problem.text()).isTrue();
                        sampled(houses, share.group(1)).write(folder.resolve("fitting"));
                        assertThat(reader.read(project("fitting"), Progress.NONE)
                                        .rows()
                                        .size())
                                .isPositive();
                    });
        }
    }

    /// A table of several chunks, each line in eight versions.
    private static Animal eightTimes(Animal animal) {
        List<String> lines = new ArrayList<>(animal.lines().subList(0, 1));
        for (int copy = 0; copy < 8; copy++) {
            for (String line : animal.lines().subList(1, animal.lines().size())) {
                lines.add(line + copy);
            }
        }
        return new Animal(animal.name(), lines, animal.project(), Set.of());
    }

    private static Animal sampled(Animal animal, String share) {
        return new Animal(
                animal.name(),
                animal.lines(),
                animal.project().replaceFirst("data: \\{", "data: {sample: " + share + ", "),
                Set.of());
    }

    private static Set<Long> rows(Columns rows) {
        Set<Long> hashes = new TreeSet<>();
        for (int row = 0; row < rows.size(); row++) {
            hashes.add(RowHash.high(rows, rows.schema().size(), row));
        }
        return hashes;
    }

    private static Map<String, Integer> sizes(Columns rows) {
        Map<String, Integer> sizes = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            sizes.merge(String.valueOf(rows.text(0, row)), 1, Integer::sum);
        }
        return sizes;
    }

    private Project project(String name) {
        return ProjectReader.read(folder.resolve(name).resolve("hansom.yaml"));
    }

    private Dataset read(String name, Animal animal) {
        animal.write(folder.resolve(name));
        return new DatasetReader(engine).read(project(name), Progress.NONE);
    }
}

package dev.hansom.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Json;
import dev.hansom.base.Problem;
import dev.hansom.base.Yaml;
import dev.hansom.base.YamlNode;
import dev.hansom.example.Templates;
import dev.hansom.project.Mutations.Mutation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reader and schema are held together on files with one thing wrong, thousands of them: both refuse, or both accept.
class ReaderAndSchemaTest {
    /// What the reader refuses and no schema can, by the words of its problem, with the reason.
    private static final Map<String, String> ONLY_THE_READER = differences(
            "an expression means something only with the names and types around it",
            "an expression as docs/expressions\\.md has it|has the wrong type|no column, definition or lookup"
                    + "|no function or table|cannot apply",
            "a condition is a class, which only the types of the fields tell",
            "the target is a condition",
            "a time that is known later than the answer, or a field read too early",
            "of the row being answered, which is too late",
            "a moment is one of those that `moments` lists",
            "(prediction|fields\\..*\\.known) does not fit",
            "a name of a field where one is wanted",
            "(time|decide\\.trusted) names no field|split\\.group does not fit|checks\\.fields\\.\\w+ does not fit.*one of|no such field",
            "one value against another",
            "answer\\.min does not fit|(max|median_max) does not fit.*or more|target\\.positive does not fit"
                    + "|decide\\.metric does not fit|thousands does not fit|quantile_alpha does not fit",
            "without a time there are no periods, and periods are whole",
            "data\\.(validate|live|period|each) does not fit|split\\.by does not fit|split\\.by is group",
            "a share of no rows at all",
            "data\\.sample does not fit, 0",
            "the learner decides which parameters there are, and which promises it keeps",
            "unknown key learner\\.parameters|monotone: is promised by|whose direction is promised",
            "a name that is taken already, whatever section it is in",
            "is taken already",
            "files beside the project",
            "tables\\.service\\.(file|key|column|type) does not fit|needs key: and column:",
            "keys of a table, of the type that it says, each once",
            "tables\\..* does not fit.*whole numbers as keys|key .* is there twice|moment .* is there twice",
            "text that is a number of rows, a share, a date, a zone or an encoding",
            "shrink does not fit|quantile does not fit|does not fit.*a date or a time|time_zone does not fit"
                    + "|encoding does not fit|does not fit.*as the field's type wants",
            "after how much a number comes round is more than zero, and is needed beside it",
            "\\.period does not fit",
            "what a key means beside another one",
            "shrink does not fit.*nothing|after does not fit|counts: a coarser key|a bound on text",
            "a key that another form of feature has",
            "unknown key features\\.");

    private static final Pattern NAMES_OF_ITS_OWN = Pattern.compile(
            "no column, definition or lookup \\w+,"
                    + "|split\\.group does not fit, customer|target\\.positive does not fit, yes .*task: classification beside");

    @TempDir
    Path folder;

    private final SchemaJudge judge = new SchemaJudge();
    private final TreeSet<String> used = new TreeSet<>();

    @BeforeEach
    void copyTheTable() throws IOException {
        Files.copy(KeysTest.EVERY_KEY.resolveSibling("zones.csv"), folder.resolve("zones.csv"));
    }

    @Test
    void readerAndSchemaAgreeOnEveryMutationOfTheFileWithEveryKey() {
        List<Mutation> mutations = new ArrayList<>(Mutations.of(Yaml.read(KeysTest.EVERY_KEY)));
        assertThat(mutations).hasSizeGreaterThan(4_000);
        mutations.addAll(otherWords());
        agree(mutations);
        assertThat(used).as("every difference that is listed is one").containsAll(ONLY_THE_READER.keySet());
    }

    @Test
    void theyAgreeOnMutationsOfTheTemplates() throws IOException {
        for (String template : Templates.names()) {
            for (Path file : Templates.copy(template, folder.resolve(template), Map.of("files", "a", "source", "b"))) {
                if (file.toString().endsWith(".yaml")) {
                    List<Mutation> mutations = Mutations.of(Yaml.read(file));
                    agree(everyFifth(mutations));
                }
            }
        }
    }

    @Test
    void aKeyThatIsThereTwiceIsRefusedWhereverItStands() {
        for (Mutation twin : Mutations.twins(Yaml.read(KeysTest.EVERY_KEY))) {
            assertThat(problems(twin))
                    .as(twin.what())
                    .anySatisfy(problem -> assertThat(problem.what()).contains("is there twice"));
        }
    }

    /// An example may have names that only its own project has; else it has to do as it stands.
    @Test
    void everyExampleIsGoodForBoth() {
        YamlNode file = Yaml.read(KeysTest.EVERY_KEY);
        List<Key> keys =
                Keys.all().stream().filter(key -> !key.example().isEmpty()).toList();
        assertThat(keys).hasSizeGreaterThan(50);
        assertThat(ProjectSchema.text().split("\"examples\":", -1)).hasSize(keys.size() + 1);
        for (Key key : keys) {
            Json example = ProjectSchema.example(key).orElseThrow();
            Mutation with = Mutations.at(key.path(), file, Yaml.parse(key.path(), example.text()));
            assertThat(judge.complaints(SchemaJudge.json(with.file())))
                    .as(with.what())
                    .isEmpty();
            assertThat(problems(with).stream()
                            .map(Problem::text)
                            .filter(text -> !NAMES_OF_ITS_OWN.matcher(text).find()))
                    .as(with.what())
                    .isEmpty();
        }
    }

    /// Words that are good ones elsewhere.
    private static List<Mutation> otherWords() {
        String text = read();
        List<String[]> words = List.of(
                new String[] {"kind: xgboost", "kind: ridge"},
                new String[] {"task: regression", "task: classification"},
                new String[] {"metric: mae", "metric: brier"},
                new String[] {"by: time", "by: random"},
                new String[] {"by: time", "by: group"},
                new String[] {"time: pickup", "time: dropoff"},
                new String[] {"period: file", "period: row"},
                new String[] {"count: 1", "count: 1, after: zone_minutes"},
                new String[] {"count: 1", "count: 1, shrink: 5"},
                new String[] {"name: minutes", "name: zone"},
                new String[] {"period: 24", "period: 24, least: 5"});
        return words.stream()
                .map(pair -> new Mutation(pair[1], Yaml.parse("hansom.yaml", text.replace(pair[0], pair[1]))))
                .toList();
    }

    private static String read() {
        try {
            return Files.readString(KeysTest.EVERY_KEY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void agree(List<Mutation> mutations) {
        List<String> wrong = new ArrayList<>();
        for (Mutation mutation : mutations) {
            List<String> complaints = judge.complaints(SchemaJudge.json(mutation.file()));
            List<Problem> problems = problems(mutation);
            if (problems.isEmpty() && !complaints.isEmpty()) {
                wrong.add(mutation.what() + ": only the schema refuses it: " + complaints.getFirst());
            }
            for (Problem problem : problems) {
                if (complaints.isEmpty() && !isListed(problem)) {
                    wrong.add(mutation.what() + ": only the reader refuses it: " + problem.text());
                }
                if (!isWhole(problem)) {
                    wrong.add(mutation.what() + ": without place, value or expectation: " + problem.text());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private boolean isListed(Problem problem) {
        String text = problem.text();
        List<String> found = ONLY_THE_READER.keySet().stream()
                .filter(words -> Pattern.compile(words).matcher(text).find())
                .toList();
        used.addAll(found);
        return !found.isEmpty();
    }

    /// A line and a column, a value where one is there, and what was expected.
    private static boolean isWhole(Problem problem) {
        boolean named = problem.what()
                .matches("unknown key .*|.* is missing|.* twice|.* is no name.*|.* has none|.* taken already"
                        + "|.* is group, and .*|.* needs key: and .*|.* counts: a coarser .*");
        return problem.where().matches(".*\\.yaml:\\d+:\\d+")
                && (named || !String.valueOf(problem.value()).isBlank() && problem.value() != null)
                && problem.expected() != null
                && !problem.expected().isBlank();
    }

    private List<Problem> problems(Mutation mutation) {
        try {
            return ProjectReader.trace(Files.writeString(folder.resolve("hansom.yaml"), mutation.yaml()))
                    .problems();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new AssertionError(mutation.what() + " stops the reader", e);
        }
    }

    private static List<Mutation> everyFifth(List<Mutation> mutations) {
        List<Mutation> some = new ArrayList<>();
        for (int i = 0; i < mutations.size(); i += 5) {
            some.add(mutations.get(i));
        }
        return some;
    }

    private static Map<String, String> differences(String... reasonsAndWords) {
        Map<String, String> differences = new LinkedHashMap<>();
        for (int i = 0; i < reasonsAndWords.length; i += 2) {
            differences.put(reasonsAndWords[i + 1], reasonsAndWords[i]);
        }
        return differences;
    }
}

package dev.hansom.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.example.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    static final Path EVERY_KEY =
            Path.of("src/test/resources/project/every-key.yaml").toAbsolutePath();
    private static final Path DOCS = Path.of("../docs").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void everyKeyOfTheListIsReadAndEveryKeyThatIsReadIsInIt() throws IOException {
        Reading whole = ProjectReader.trace(EVERY_KEY);
        assertThat(whole.problems()).as("every-key.yaml has no mistake").isEmpty();
        TreeSet<String> read = new TreeSet<>(whole.asked());
        for (Learner.Kind kind : Learner.Kind.values()) {
            Path other = Files.writeString(
                    folder.resolve(kind.word() + ".yaml"),
                    Files.readString(EVERY_KEY).replace("kind: xgboost", "kind: " + kind.word()));
            read.addAll(ProjectReader.trace(other).asked());
        }
        assertThat(read)
                .as("the reader reads exactly the keys that dev.hansom.project.Keys lists; "
                        + "a new key stands in every-key.yaml as well")
                .containsExactlyInAnyOrderElementsOf(
                        Keys.all().stream().map(Key::path).toList());
    }

    @Test
    void everyKeyIsInTheFileThatHasThemAll() throws IOException {
        String text = Files.readString(EVERY_KEY);
        assertThat(Keys.all().stream()
                        .map(Key::name)
                        .filter(name -> !name.equals("*"))
                        .filter(name -> Learner.Kind.RIDGE.parameters().stream()
                                .noneMatch(parameter -> parameter.name().equals(name))))
                .as("every-key.yaml has every key but the parameters of the other learners")
                .allMatch(name -> text.matches("(?s).*\\b" + name + ":.*"));
    }

    @Test
    void theReferencePageAndTheSchemaAreThoseOfTheList() throws IOException {
        same(DOCS.resolve("project-file.md"), ProjectPage.text());
        same(DOCS.resolve(ProjectSchema.FILE), ProjectSchema.text());
    }

    @Test
    void everyKeyIsExplained() {
        assertThat(Keys.all()).allSatisfy(key -> {
            assertThat(key.means()).as(key.path()).endsWith(".");
            if (key.shape() instanceof Shape.Text || key.shape() instanceof Shape.Items) {
                assertThat(key.example() + key.otherwise())
                        .as("an example of " + key.path())
                        .isNotEmpty();
            }
        });
    }

    @Test
    void everyTemplateAndTheWholeFileAreGoodForTheSchema() throws IOException {
        SchemaJudge judge = new SchemaJudge();
        assertThat(judge.complaints(Files.readString(EVERY_KEY))).isEmpty();
        for (String template : Templates.names()) {
            for (Path file : Templates.copy(
                    template, folder.resolve(template), Map.of("files", "data/*.parquet", "source", "somewhere"))) {
                if (file.toString().endsWith(".yaml")) {
                    assertThat(judge.complaints(Files.readString(file)))
                            .as(file.toString())
                            .isEmpty();
                }
            }
        }
    }

    private static void same(Path file, String text) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text);
        }
        assertThat(text)
                .as(file + " is made from dev.hansom.project.Keys; run KeysTest with -Dgolden.update=true")
                .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }
}

package dev.hansom.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KindsPageTest {
    @Test
    void everyKindOfFindingHasItsSectionAndEverySectionItsKind() throws IOException {
        Path page = Path.of("").toAbsolutePath().getParent().resolve("docs/checks.md");
        List<String> titles = Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .filter(title -> !title.contains(" "))
                .toList();
        assertThat(titles)
                .as("docs/checks.md has one section for each kind of finding, in the same order")
                .containsExactlyElementsOf(
                        Arrays.stream(Kind.values()).map(Kind::slug).toList());
    }

    @Test
    void everyKindIsProvokedByATest() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> all = Files.walk(Path.of("").toAbsolutePath().resolve("src/test/java"))) {
            for (Path test :
                    all.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                tests.append(Files.readString(test));
            }
        }
        assertThat(Kind.values())
                .as("every kind of finding is provoked by a test that names it")
                .allMatch(kind -> tests.toString().contains('"' + kind.slug() + '"')
                        || tests.toString().contains("  " + kind.slug() + '"')
                        || tests.toString().contains('"' + kind.slug() + ": "));
    }
}

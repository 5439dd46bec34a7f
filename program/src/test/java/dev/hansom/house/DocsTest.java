package dev.hansom.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocsTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^ {4}(\\./\\S+ .*)$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)`");
    private static final Pattern FENCED = Pattern.compile("(?s)```.*?```");

    @Test
    void theReadmeNamesTheTwoCommands() {
        assertThat(found(COMMAND, House.read(House.ROOT.resolve("README.md"))))
                .as("the README has two commands, and they are these")
                .startsWith("./hansom demo", "./mvnw verify");
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        assertThat(documents()
                        .flatMap(document -> found(
                                        LINK,
                                        FENCED.matcher(House.read(document)).replaceAll(""))
                                .stream()
                                .filter(link -> !link.contains(":"))
                                .filter(link -> !Files.exists(
                                        document.getParent().resolve(link).normalize()))
                                .map(link -> House.ROOT.relativize(document) + " -> " + link)))
                .as("every relative link of the documents leads to a file")
                .isEmpty();
    }

    @Test
    void theClassesOnTheMapExist() {
        String map = House.read(House.ROOT.resolve("docs/ARCHITECTURE.md"));
        Set<String> names = Stream.concat(
                        House.WRITTEN.stream().map(JavaClass::getSimpleName),
                        House.testSources().stream()
                                .map(file -> file.getFileName().toString().replace(".java", "")))
                .collect(Collectors.toSet());
        String table = map.substring(map.indexOf("## Where things live"));
        int end = table.indexOf("\n## ", 1);
        assertThat(found(CLASS, end < 0 ? table : table.substring(0, end)))
                .as("docs/ARCHITECTURE.md, where things live: every class named there exists")
                .isSubsetOf(names);
    }

    private static Stream<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(House.ROOT.resolve("docs"));
                Stream<Path> root = Files.list(House.ROOT)) {
            return Stream.concat(root, docs).filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(DocsTest::first).toList();
    }

    private static String first(MatchResult match) {
        return match.group(1);
    }
}

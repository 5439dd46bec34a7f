package dev.hansom.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ErrorsTest {
    private static final List<String> CODES = House.WRITTEN.stream()
            .filter(type -> type.getName().equals(House.HOME + ".base.ErrorCode"))
            .flatMap(type -> type.getFields().stream()
                    .filter(field -> field.getRawType().equals(type))
                    .map(JavaField::getName))
            .toList();

    @Test
    void everyErrorHasItsPage() {
        Path file = House.ROOT.resolve("docs/errors.md");
        List<String> lines = Files.exists(file) ? House.read(file).lines().toList() : List.of();
        assertThat(lines)
                .as("docs/errors.md has a section for every error code: what it means and what to do next")
                .containsAll(CODES.stream().map(ErrorsTest::title).toList());
    }

    @Test
    void everyErrorIsProvokedByATest() {
        String tests = House.testSources().stream().map(House::read).collect(Collectors.joining());
        assertThat(CODES)
                .as("every error code is provoked by a test that names it (ErrorCode.X)")
                .allMatch(code -> tests.contains("ErrorCode." + code));
    }

    private static String title(String code) {
        return "## " + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

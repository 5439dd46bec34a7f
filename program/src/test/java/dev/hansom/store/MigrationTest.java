package dev.hansom.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationTest {
    @Test
    void theNewestNumberIsThatOfTheNewestFile() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(Migration.class.getResource("/db/migration"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            List<Integer> numbers = files.map(file -> file.getFileName().toString())
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                    .sorted()
                    .toList();
            assertThat(numbers).isNotEmpty().last().isEqualTo(Integer.valueOf(Migration.NEWEST));
        }
    }
}

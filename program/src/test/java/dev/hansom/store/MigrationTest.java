package dev.hansom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
    @TempDir
    Path folder;

    @Test
    void aDiskThatFillsWhileTablesAreMadeIsToldAsSuch() {
        Path file = folder.resolve("hansom.db");
        SQLException full = refused(
                file, "pragma max_page_count = 2", "create table t (x)", "insert into t values (zeroblob(100000))");
        FlywayException outer = new FlywayException("migration failed", new IllegalStateException(full));
        assertThat(Migration.problem(file, outer)).hasMessage(file + ": the disk is full; make room and try again");
    }

    @Test
    void tablesThatAreNotOursAreToldAsSuch() {
        Path file = folder.resolve("hansom.db");
        SQLException twice = refused(file, "create table t (x)", "create table t (x)");
        for (FlywayException outer :
                List.of(new FlywayException("migration failed", twice), new FlywayException("validation failed"))) {
            assertThat(Migration.problem(file, outer)).hasMessageContaining("its tables are not as this program makes");
        }
    }

    /// What SQLite says to the last of these statements.
    private static SQLException refused(Path file, String... statements) {
        return catchThrowableOfType(SQLException.class, () -> {
            try (Connection connection = new Database(file).connect();
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        });
    }

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

package dev.hansom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
    @TempDir
    Path folder;

    @Test
    void memoryThreadsAndTheFolderToSpillIntoAreWhatWasAskedFor() throws SQLException {
        try (Engine engine = Engine.open(new Engine.Settings(folder, 100_000_000, 1))) {
            assertThat(setting(engine, "memory_limit")).isEqualTo("95.3 MiB");
            assertThat(setting(engine, "threads")).isEqualTo("1");
            assertThat(Path.of(setting(engine, "temp_directory"))).isDirectory().hasParent(folder);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void noExtensionIsFetchedAndNoSettingCanBeUndone() throws SQLException {
        try (Engine engine = Engine.open(Engine.Settings.in(folder))) {
            assertThat(setting(engine, "autoinstall_known_extensions")).isEqualTo("false");
            assertThat(setting(engine, "autoload_known_extensions")).isEqualTo("false");
            assertThatThrownBy(() -> engine.execute("SET memory_limit = '8GB'")).hasMessageContaining("locked");
        }
    }

    @Test
    void aSortLargerThanTheMemorySpillsIntoTheFolder() throws SQLException {
        try (Engine engine = Engine.open(new Engine.Settings(folder.resolve("spill"), 60_000_000, 1))) {
            long[] rows = new long[1];
            engine.query(
                    "SELECT hash(range) AS h, repeat('x', 40) || range AS t FROM range(1500000) ORDER BY h",
                    chunk -> rows[0] += chunk.rowCount());
            assertThat(rows[0]).isEqualTo(1_500_000);
        }
    }

    private static String setting(Engine engine, String name) throws SQLException {
        List<String> values = new ArrayList<>();
        engine.query(
                "SELECT CAST(current_setting(" + Sql.text(name) + ") AS VARCHAR)",
                chunk -> values.add(chunk.vector(0).getString(0)));
        return values.getFirst();
    }
}

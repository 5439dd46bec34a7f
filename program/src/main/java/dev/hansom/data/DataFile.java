package dev.hansom.data;

import dev.hansom.project.CsvStyle;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A file of rows. `partitions` are columns that its folders carry (`year=2021/month=01`), `style` is what is said
/// about
/// it where it is CSV.
public record DataFile(Path path, Map<String, String> partitions, CsvStyle style) implements Comparable<DataFile> {
    public DataFile {
        partitions = Collections.unmodifiableMap(new LinkedHashMap<>(partitions));
    }

    /// A file about which nothing more is said.
    public DataFile(Path path) {
        this(path, Map.of(), CsvStyle.DETECTED);
    }

    /// The file's own name.
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /// The format by the end of the name; Parquet where it is none that is known.
    public Format format() {
        return Format.of(path).orElse(Format.PARQUET);
    }

    @Override
    public int compareTo(DataFile other) {
        return path.compareTo(other.path);
    }
}

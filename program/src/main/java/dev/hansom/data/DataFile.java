package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.project.CsvStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A file of rows. `partitions` are columns that its folders carry (`year=2021/month=01`), `style` is what is said
/// about it where it is CSV, `by` is who named it.
public record DataFile(Path path, Map<String, String> partitions, CsvStyle style, NamedBy by)
        implements Comparable<DataFile> {
    public DataFile {
        partitions = Collections.unmodifiableMap(new LinkedHashMap<>(partitions));
    }

    /// A file about which nothing more is said.
    public DataFile(Path path) {
        this(path, Map.of(), CsvStyle.DETECTED, NamedBy.PROJECT);
    }

    /// The file that `predict --input` names, with what is said of it where it is CSV. Errors: `FILE_UNUSABLE` where
    /// the end of its name is not known.
    public static DataFile input(Path path, CsvStyle style) {
        if (Files.exists(path) && Format.of(path).isEmpty()) {
            throw new ProblemException(Problem.of(ErrorCode.FILE_UNUSABLE, path.toString(), "not a file of rows")
                    .expected("a name that ends in one of: " + Format.known()));
        }
        return new DataFile(path, Map.of(), style, NamedBy.INPUT_OPTION);
    }

    /// Where the file really is, where a link that lies in `folder` leads out of it. A path that says itself that it
    /// leads elsewhere, such as `../data`, does not count.
    public Optional<Path> outside(Path folder) {
        try {
            Path base = folder.toRealPath();
            Path place = path.toRealPath();
            boolean within = path.toAbsolutePath()
                    .normalize()
                    .startsWith(folder.toAbsolutePath().normalize());
            return within && !place.startsWith(base) ? Optional.of(place) : Optional.empty();
        } catch (IOException e) {
            // What is not there is somebody else's problem.
            return Optional.empty();
        }
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

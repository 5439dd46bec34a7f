package dev.hansom.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The formats of files of rows, told apart by the end of the name.
public enum Format {
    /// Apache Parquet.
    PARQUET("Parquet", ".parquet .parq"),
    /// Values with a character between them, a record a line; plain or compressed by gzip.
    CSV("CSV", ".csv .tsv .csv.gz .tsv.gz"),
    /// A JSON object a line, or one array of objects; plain or compressed by gzip.
    JSON("JSON lines", ".jsonl .ndjson .json .jsonl.gz .ndjson.gz .json.gz");

    private final String title;
    private final String ends;

    Format(String title, String ends) {
        this.title = title;
        this.ends = ends;
    }

    /// The name in texts.
    public String title() {
        return title;
    }

    /// The format that the name of `path` says.
    public static Optional<Format> of(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.ends().anyMatch(name::endsWith))
                .findFirst();
    }

    /// The ends of names that are known, as a text.
    static String known() {
        return Arrays.stream(values())
                .flatMap(Format::ends)
                .filter(end -> !end.endsWith(".gz"))
                .collect(Collectors.joining(", "));
    }

    private Stream<String> ends() {
        return Arrays.stream(ends.split(" "));
    }
}

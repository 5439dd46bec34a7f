package dev.hansom.data;

import java.nio.file.Path;
import java.util.Locale;

/// A file of rows: Parquet, or CSV with a header line, told apart by the end of the name.
public record DataFile(Path path) implements Comparable<DataFile> {
    /// Whether the name ends as one of a file of rows does.
    static boolean fits(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".parquet") || name.endsWith(".csv");
    }

    /// The file's own name.
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /// What DuckDB reads from; all columns of a CSV file are text, so that only the declared types count.
    String relation() {
        String literal = Sql.text(literally(path.toAbsolutePath().toString()));
        return isCsv()
                ? "read_csv(" + literal + ", header=true, all_varchar=true, delim=',', quote='\"', escape='\"')"
                : "read_parquet(" + literal + ", hive_partitioning=false)";
    }

    boolean isCsv() {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    @Override
    public int compareTo(DataFile other) {
        return path.compareTo(other.path);
    }

    /// The path with the characters of a glob taken literally.
    private static String literally(String path) {
        return path.replaceAll("[\\[*?]", "[$0]");
    }
}

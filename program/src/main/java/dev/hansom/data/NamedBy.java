package dev.hansom.data;

/// Who named a file of rows, so that a problem says what that person can do about it.
public enum NamedBy {
    /// `data.files` of a project file.
    PROJECT("leave it out of data.files", "see data.csv.%s in the project file"),
    /// `init --data`.
    DATA_OPTION("leave it out of --data", "write hansom.yaml by hand, with data.csv.%s"),
    /// `predict --input`.
    INPUT_OPTION("give --input another", "save the rows as Parquet, or as CSV with commas in UTF-8");

    private final String without;
    private final String style;

    NamedBy(String without, String style) {
        this.without = without;
        this.style = style;
    }

    /// How to go on without the file.
    String without() {
        return without;
    }

    /// How to say what was not detected about a CSV file: `key` is that of `data.csv`.
    String style(String key) {
        return style.formatted(key);
    }

    /// Where a person looks for what was named wrong.
    String place() {
        return this == PROJECT ? "see data.files in the project file" : "";
    }
}

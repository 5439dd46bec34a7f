package dev.hansom.data;

/// Who named a file of rows, so that a problem says what that person can do about it.
public enum NamedBy {
    /// `data.files` of a project file.
    PROJECT(
            "leave it out of data.files",
            "see data.csv.%s in the project file",
            "name fewer fields, for example those that matter"),
    /// `init --data`.
    DATA_OPTION(
            "leave it out of --data",
            "write hansom.yaml by hand, with data.csv.%s",
            "write a file with fewer columns, or hansom.yaml by hand with the fields that matter"),
    /// `predict --input`.
    INPUT_OPTION(
            "give --input another",
            "save the rows as Parquet, or as CSV with commas in UTF-8",
            "use a model with fewer inputs");

    private final String without;
    private final String style;
    private final String fewer;

    NamedBy(String without, String style, String fewer) {
        this.without = without;
        this.style = style;
        this.fewer = fewer;
    }

    /// How to go on without the file.
    String without() {
        return without;
    }

    /// What to do where too many columns are wanted.
    String fewer() {
        return fewer;
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

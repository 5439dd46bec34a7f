package dev.hansom.project;

import java.util.List;
import java.util.Optional;

/// What a person says about the CSV files of a project; whatever is left out is detected in each file.
///
/// `nulls` are the texts that mean a missing value, besides nothing at all.
public record CsvStyle(
        Optional<Character> delimiter,
        Optional<Character> quote,
        Optional<Character> escape,
        Optional<String> encoding,
        Optional<Character> decimal,
        Optional<Character> thousands,
        Optional<DateOrder> dates,
        Optional<Boolean> header,
        Optional<List<String>> nulls) {
    /// Everything is detected.
    public static final CsvStyle DETECTED = new CsvStyle(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public CsvStyle {
        nulls = nulls.map(List::copyOf);
    }
}

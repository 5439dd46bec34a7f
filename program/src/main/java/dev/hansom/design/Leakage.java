package dev.hansom.design;

import dev.hansom.check.FieldFinding;
import java.util.List;
import java.util.stream.Stream;

/// What could tell the answer beforehand.
///
/// `fields` are all raw fields, `features` those of the first model. `twins` counts the rows that equal another row in
/// every field and the target; `crossing` the rows of the compared weeks that equal an earlier one in all but times,
/// out of `compared`. Scores come from rows before the first compared week alone.
public record Leakage(
        List<FieldFinding> fields, List<FeatureFinding> features, long twins, long crossing, long compared) {
    public Leakage {
        fields = List.copyOf(fields);
        features = List.copyOf(features);
    }

    /// The names of the fields and features that are used and too good to be true.
    public List<String> leaks() {
        return Stream.concat(
                        fields.stream().filter(FieldFinding::leaks).map(FieldFinding::field),
                        features.stream().filter(FeatureFinding::suspicious).map(FeatureFinding::feature))
                .toList();
    }
}

package dev.hansom.design;

import dev.hansom.check.FieldFinding;
import dev.hansom.project.RulePlan;
import java.util.List;
import java.util.regex.Pattern;
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

    /// The names of the fields and features that are used and too good to be true. What the rule itself is, or is made
    /// of, is no leak of the model's: the rule would have it too, and its fields are looked at one by one.
    public List<String> leaks(RulePlan rule) {
        return Stream.concat(
                        fields.stream().filter(FieldFinding::leaks).map(FieldFinding::field),
                        features.stream()
                                .filter(FeatureFinding::suspicious)
                                .filter(feature -> !isOf(rule, feature.expression()))
                                .map(FeatureFinding::feature))
                .toList();
    }

    private static boolean isOf(RulePlan rule, String expression) {
        return rule.expression().equals(expression)
                || Pattern.compile("\\b" + Pattern.quote(expression) + "\\b")
                        .matcher(rule.expression())
                        .find();
    }
}

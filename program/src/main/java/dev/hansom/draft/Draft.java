package dev.hansom.draft;

import java.util.List;
import java.util.Optional;

/// A first project, every guess with its reason. `target` is the target's name, `observed` the field that past rows
/// have it in, `stake` how rule and model are compared.
record Draft(
        Survey survey,
        Aim aim,
        String target,
        String observed,
        Optional<Clock> clock,
        Optional<KnownAt> knownAt,
        Optional<Group> group,
        List<DraftField> fields,
        List<Named> definitions,
        List<DraftLookup> lookups,
        Optional<Named> rule,
        List<Named> features,
        Stake stake) {
    /// A name, its expression, and why.
    record Named(String name, String expression, String reason) {}

    /// A lookup of the mean or the median of the target.
    record DraftLookup(String name, boolean median, String by, List<String> then, String reason) {}

    /// The field that says when a truth was known, and how long that took for nearly all rows, in seconds.
    record KnownAt(String field, long seconds) {}

    /// A field whose rows belong together.
    record Group(String field, String reason) {}

    List<DraftField> fields(DraftField.Role role) {
        return fields.stream().filter(field -> field.role() == role).toList();
    }
}

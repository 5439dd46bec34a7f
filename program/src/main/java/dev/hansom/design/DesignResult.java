package dev.hansom.design;

import dev.hansom.evaluate.Comparison;
import dev.hansom.evaluate.Decision;
import dev.hansom.evaluate.Evaluation;
import dev.hansom.evaluate.Metric;
import dev.hansom.project.Project;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything the design found, as facts: what its report, its run and the summary show.
///
/// `weeks` are the compared weeks one by one and `comparison` all of them; `evaluations` are the ladder (constant,
/// rule,
/// model) over all compared weeks, by `metric` and by RMSE beside it. `rows` is the row accounting (reason to count)
/// and
/// `openings` how often the validation month was opened, by whom; both are as the caller gave them. Threads: immutable.
public record DesignResult(
        Project project,
        Metric metric,
        Decision decision,
        Comparison comparison,
        List<Week> weeks,
        List<Evaluation> evaluations,
        Leakage leakage,
        Validity validity,
        Map<String, Long> rows,
        Map<String, Long> openings) {
    public DesignResult {
        weeks = List.copyOf(weeks);
        evaluations = List.copyOf(evaluations);
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        openings = Collections.unmodifiableMap(new LinkedHashMap<>(openings));
    }
}

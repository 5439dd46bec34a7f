package dev.hansom.monitor;

import dev.hansom.evaluate.Evaluation;
import dev.hansom.project.Project;
import java.util.List;
import java.util.Map;

/// Everything that monitoring found, without presentation; its size is bounded by columns and days, not rows.
///
/// `days` are for lines in time; `stray` rows have no time or lie
/// outside all windows, `superseded` ones were sent again later. `evaluations` are of constant,
/// rule and model over each calendar month. `versions` maps what answered to rows. Threads: immutable.
public record MonitorResult(
        Project project,
        List<WatchedWindow> windows,
        List<Day> days,
        Yardstick yardstick,
        Health health,
        List<Evaluation> evaluations,
        Answered answered,
        Quality quality,
        Expected expected,
        Observed.Losses losses,
        Map<String, Long> versions,
        long stray,
        long superseded,
        long late,
        long referenceRows) {
    public MonitorResult {
        windows = List.copyOf(windows);
        days = List.copyOf(days);
        evaluations = List.copyOf(evaluations);
        versions = Map.copyOf(versions);
    }
}

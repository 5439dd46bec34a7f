package dev.hansom.jobs;

import dev.hansom.check.Finding;
import dev.hansom.check.Severity;
import dev.hansom.data.Accounting;
import dev.hansom.data.Periods;
import dev.hansom.design.DesignResult;
import dev.hansom.monitor.MonitorResult;
import dev.hansom.project.Checks;
import dev.hansom.project.Project;
import dev.hansom.registry.Alias;
import dev.hansom.registry.GateResult;
import dev.hansom.registry.ModelVersion;
import dev.hansom.score.Model;
import dev.hansom.track.DataSets;
import dev.hansom.track.Run;
import dev.hansom.train.TrainResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a job returns: facts for whoever started it, to print or to carry on with.
public sealed interface Outcome {
    /// What `init` wrote, and what a person should know about it.
    record Made(List<Path> written, List<String> notes) implements Outcome {}

    /// What `check` found: the project reads, its periods and rows add up, and this is to be said about them;
    /// without a report where none could be written.
    record Checked(
            Project project, Periods periods, Accounting accounting, List<Finding> findings, Optional<Path> report)
            implements Outcome {
        /// How many findings are of `severity`.
        public long count(Severity severity) {
            return findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
        }
    }

    /// The checks that `check` froze from the periods `from` into the project file.
    record Frozen(Project project, String from, Checks checks) implements Outcome {}

    /// What `design` found, and the rule version that it registered.
    record Designed(DesignResult result, ModelVersion rule, boolean nowChampion, Accounting accounting, Path report)
            implements Outcome {}

    /// What `train` found, and the model version that it registered.
    record Trained(TrainResult result, ModelVersion version, Accounting accounting, Path report) implements Outcome {}

    /// What `runs` shows: the newest first; `openings` is how often each held-out period was looked at, by job.
    record Remembered(
            Project project,
            List<Run> runs,
            List<ModelVersion> versions,
            List<Alias> aliases,
            Map<String, Map<String, Long>> openings)
            implements Outcome {}

    /// The data sets that runs of a project read, and what for, the newest first.
    record DataCards(Project project, List<DataSets.Use> uses) implements Outcome {}

    /// Where an alias points after `promote`, and what the gate said (empty questions where none was asked).
    record Promoted(String alias, ModelVersion version, boolean moved, GateResult gate) implements Outcome {}

    /// What was sent and answered, in rows.
    record Replayed(
            String period,
            long rows,
            long model,
            long rule,
            long errors,
            long truths,
            long dropped,
            Accounting accounting,
            double seconds)
            implements Outcome {}

    /// What `predict` wrote: which model answered how many rows in which columns, and how many rows have no answer.
    record Predicted(String model, long rows, List<String> columns, long unanswered, List<String> notes, Duration took)
            implements Outcome {}

    /// A model, and what it is called.
    record Shown(String name, Model model) implements Outcome {}

    /// What `monitor` found.
    record Monitored(MonitorResult result, Path report) implements Outcome {}
}

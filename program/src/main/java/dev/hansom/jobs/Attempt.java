package dev.hansom.jobs;

import dev.hansom.base.ProblemException;
import dev.hansom.data.Accounting;
import dev.hansom.data.Dataset;
import dev.hansom.data.DatasetReader;
import dev.hansom.evaluate.Evaluation;
import dev.hansom.project.Project;
import dev.hansom.track.DataSet;
import dev.hansom.track.Run;
import dev.hansom.track.RunStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/// One run of a job in the memory of a home: it begins, and it ends as finished, failed or killed whatever happens.
final class Attempt {
    private final Memory memory;
    private final Run run;

    private Attempt(Memory memory, Run run) {
        this.memory = memory;
        this.run = run;
    }

    /// Runs `work` as a run of `project`'s experiment.
    static <T> T of(Memory memory, Project project, String job, Function<Attempt, T> work) {
        long experiment = memory.experiments().named(project.name()).id();
        Orphans.settle(memory, experiment);
        Namesakes.warn(memory, experiment, project);
        Run run = memory.runs().start(experiment, job);
        Attempt attempt = new Attempt(memory, run);
        RunStatus status = RunStatus.FAILED;
        try {
            memory.runs()
                    .tags(
                            run.id(),
                            Map.of(
                                    "hansom.job",
                                    job,
                                    Orphans.PROCESS,
                                    Orphans.thisProcess(),
                                    Namesakes.FILE,
                                    Namesakes.seen(memory, project)));
            T result = work.apply(attempt);
            status = RunStatus.FINISHED;
            return result;
        } catch (CancellationException e) {
            status = RunStatus.KILLED;
            throw e;
        } catch (OutOfMemoryError e) {
            throw new ProblemException(DatasetReader.outOfMemory(project), e);
        } finally {
            memory.runs().finish(run.id(), status);
        }
    }

    String id() {
        return run.id();
    }

    void param(String name, String value) {
        memory.runs().param(run.id(), name, value);
    }

    void params(Map<String, String> params) {
        memory.runs().params(run.id(), params);
    }

    void metric(String name, double value) {
        memory.runs().metric(run.id(), name, value);
    }

    void evaluations(List<Evaluation> evaluations) {
        evaluations.forEach(one -> metric(one.scorer() + "." + one.metric().slug() + "." + one.period(), one.value()));
    }

    void used(Project project, Dataset data, String period, String purpose) {
        DataSet dataSet = new DataSet(
                project.name(), data.fingerprint(), project.data().source(), period, Card.of(project, data));
        memory.dataSets().used(run.id(), dataSet, purpose);
    }

    void artifact(String path, byte[] content) {
        memory.artifacts().put(run.id(), path, content);
    }

    /// Notes that the held-out months were looked at, and says how often that has been, by job.
    Map<String, Long> opened(String project, List<String> periods, String job) {
        periods.forEach(period -> memory.openings().opened(project, period, job, run.id()));
        return openings(memory, project, periods);
    }

    /// How often the held-out periods have been looked at so far, by job.
    static Map<String, Long> openings(Memory memory, String project, List<String> periods) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String period : periods) {
            memory.openings().counts(project, period).forEach((who, count) -> counts.merge(who, count, Math::max));
        }
        return counts;
    }

    /// The accounting as counts by name, in order of reading.
    static Map<String, Long> counts(Accounting accounting) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("read", accounting.read());
        accounting.dropped().forEach((reason, count) -> counts.put("dropped: " + reason, count));
        counts.put("kept", accounting.kept());
        return counts;
    }
}

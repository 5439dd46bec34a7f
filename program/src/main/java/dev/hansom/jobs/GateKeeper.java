package dev.hansom.jobs;

import dev.hansom.data.Dataset;
import dev.hansom.data.Period;
import dev.hansom.evaluate.Comparison;
import dev.hansom.evaluate.Contest;
import dev.hansom.evaluate.Decision;
import dev.hansom.evaluate.Judge;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.evaluate.Metric;
import dev.hansom.evaluate.Verdict;
import dev.hansom.project.Project;
import dev.hansom.registry.Alias;
import dev.hansom.registry.GateQuestion;
import dev.hansom.registry.GateResult;
import dev.hansom.registry.ModelVersion;
import dev.hansom.score.Model;
import dev.hansom.score.Scorer;
import dev.hansom.track.Artifact;
import dev.hansom.track.Run;
import dev.hansom.track.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Asks the questions before a model becomes champion. No native learner is loaded: parity is against the trainer's
/// stored answers.
final class GateKeeper {
    private static final int RECENT = 1_000;

    private final Study study;
    private final Memory memory;

    GateKeeper(Study study, Memory memory) {
        this.study = study;
        this.memory = memory;
    }

    GateResult ask(ModelVersion version) {
        Model model = load(version);
        List<GateQuestion> questions = new ArrayList<>();
        questions.add(parity(version, model));
        questions.add(verdict(version));
        Optional<ModelVersion> rule = memory.aliases().version(study.project().name(), Alias.RULE);
        questions.add(sameMonths(version, rule));
        rule.ifPresent(found -> questions.add(beatsTheRule(load(found), model)));
        return new GateResult(questions);
    }

    private Model load(ModelVersion version) {
        return Model.read(memory.store().blobs().read(version.sha256()));
    }

    private GateQuestion parity(ModelVersion version, Model model) {
        String question = "does the scorer answer like the trainer?";
        Optional<Artifact> stored =
                version.runId().flatMap(run -> memory.artifacts().find(run, Golden.PATH));
        if (stored.isEmpty()) {
            return new GateQuestion(question, false, "the trainer left no golden answers");
        }
        Golden golden = Golden.read(memory.store().blobs().read(stored.get().sha256()), model.schema());
        int differing = golden.differing(model);
        return new GateQuestion(
                question,
                differing == 0,
                differing == 0
                        ? "all " + golden.answers().length + " golden rows alike"
                        : differing + " of " + golden.answers().length + " golden rows differ");
    }

    private GateQuestion verdict(ModelVersion version) {
        String question = "is the design verdict ML?";
        Project project = study.project();
        Optional<Run> design = memory.experiments().find(project.name()).stream()
                .flatMap(experiment -> memory.runs().list(experiment.id(), RECENT).stream())
                .filter(run -> "design".equals(run.tags().get("hansom.job")) && run.status() == RunStatus.FINISHED)
                .findFirst();
        if (design.isEmpty()) {
            return new GateQuestion(question, false, "there is no finished design; run hansom design");
        }
        String designed = design.get().params().getOrDefault("project", "");
        if (!designed.equals(version.tags().get("project"))) {
            return new GateQuestion(
                    question, false, "the newest design is of another state of the project file; run hansom design");
        }
        String verdict = design.get().params().getOrDefault("verdict", "none");
        return new GateQuestion(question, verdict.equals(Verdict.ML.name()), "it is " + verdict);
    }

    private static GateQuestion sameMonths(ModelVersion version, Optional<ModelVersion> rule) {
        String question = "was the rule fitted on the same rows?";
        if (rule.isEmpty()) {
            return new GateQuestion(question, false, "there is no rule version; run hansom design");
        }
        boolean same =
                Objects.equals(version.tags().get("data"), rule.get().tags().get("data"));
        String months = version.tags().getOrDefault("trained_on", "?");
        return new GateQuestion(
                question,
                same,
                same
                        ? "rule version " + rule.get().version() + ", " + months
                        : "rule version " + rule.get().version() + " was fitted on other data; run hansom design");
    }

    /// The validation rows; where the project says so, only those of groups that training has not seen.
    private LabelledRows unseen(Dataset validation) {
        LabelledRows rows = study.labelled(validation.labelled());
        boolean grouped =
                study.project().timed() && study.project().split().group().isPresent();
        return grouped ? study.unseen(rows, study.read(study.periods().training())) : rows;
    }

    private GateQuestion beatsTheRule(Scorer rule, Scorer model) {
        Project project = study.project();
        Metric metric = Metric.named(project.objective().metric()).orElseThrow();
        Dataset validation = study.read(study.periods().validation());
        Comparison comparison = new Contest(metric, study.validated())
                .add(unseen(validation), rule, model)
                .comparison();
        Decision decision = Judge.GATE.decide(
                comparison,
                project.objective().margin(),
                metric.unit(project.target().unit()));
        String detail = String.format(
                Locale.ROOT,
                "gain %.3f [%.3f, %.3f] %s over %s; opened %d times",
                decision.interval().mean(),
                decision.interval().low(),
                decision.interval().high(),
                decision.unit(),
                decision.stretch().count(decision.blocks()),
                Attempt.openings(
                                memory,
                                project.name(),
                                Study.names(study.periods().validation()))
                        .values()
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum());
        return new GateQuestion(
                "does it beat the rule by " + project.objective().margin() + " "
                        + metric.unit(project.target().unit()) + " over the "
                        + decision.stretch().word() + "s of "
                        + Period.name(study.periods().validation()) + "?",
                decision.isMl(),
                detail);
    }
}

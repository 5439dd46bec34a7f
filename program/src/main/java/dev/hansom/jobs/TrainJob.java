package dev.hansom.jobs;

import dev.hansom.data.Accounting;
import dev.hansom.data.Dataset;
import dev.hansom.data.Period;
import dev.hansom.evaluate.Comparison;
import dev.hansom.evaluate.Evaluation;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.learn.Fitted;
import dev.hansom.project.Project;
import dev.hansom.registry.ModelVersion;
import dev.hansom.registry.NewVersion;
import dev.hansom.registry.VersionKind;
import dev.hansom.report.TrainPage;
import dev.hansom.score.Model;
import dev.hansom.score.Scorer;
import dev.hansom.train.TrainResult;
import dev.hansom.train.Training;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Fits the model of a project on its training months, shows it beside rule and constant on the validation month, and
/// registers it as a version. It changes nothing that answers: that is for `promote`.
public final class TrainJob {
    private final Desk desk;

    public TrainJob(Desk desk) {
        this.desk = desk;
    }

    /// The training of the project in `file`, remembered in `home`.
    /// Errors: CHECKS_BROKEN where the data break a check that the project states and `wish` is to refuse.
    public Outcome.Trained run(Path file, Path home, BrokenChecks wish) {
        try (Study study = Study.open(desk, file);
                Memory memory = Memory.open(home, desk.clock())) {
            return Attempt.of(memory, study.project(), "train", attempt -> {
                attempt.param("checks", HeldChecks.hold(desk, study, wish));
                return run(study, memory, attempt);
            });
        }
    }

    private Outcome.Trained run(Study study, Memory memory, Attempt attempt) {
        Project project = study.project();
        Dataset training = study.read(study.periods().training());
        LabelledRows known = study.known(training);
        String trainedOn = Period.name(study.periods().training());
        Map<String, String> provenance = Facts.provenance(desk, project, training.fingerprint(), trainedOn);
        attempt.used(project, training, trainedOn, "training");
        attempt.params(provenance);
        Training trainer = new Training(project, provenance);
        Fitted fitted = trainer.fit(known, desk.progress());
        attempt.params(fitted.notes());

        Dataset validation = study.read(study.periods().validation());
        Map<String, Long> openings =
                attempt.opened(project.name(), Study.names(study.periods().validation()), "train");
        attempt.used(project, validation, Period.name(study.periods().validation()), "validation");
        LabelledRows rows = study.unseen(study.labelled(validation.labelled()), training);
        TrainResult result =
                result(study, trainer, fitted, known, rows, validation.labelledAccounting(), provenance, openings);
        attempt.evaluations(result.evaluations());
        Path report = TrainPage.of(result, Facts.origin(desk, project, "train", provenance))
                .write(Facts.reports(project), "train");
        ModelVersion version =
                register(memory, attempt, project, fitted, study.labelled(validation.labelled()), provenance);
        return new Outcome.Trained(
                result, version, training.labelledAccounting().plus(validation.labelledAccounting()), report);
    }

    private TrainResult result(
            Study study,
            Training trainer,
            Fitted fitted,
            LabelledRows known,
            LabelledRows rows,
            Accounting accounting,
            Map<String, String> provenance,
            Map<String, Long> openings) {
        Project project = study.project();
        Scorer rule = trainer.rule(known, desk.progress());
        Map<String, Scorer> scorers = new LinkedHashMap<>();
        scorers.put("constant", trainer.constant(known, desk.progress()));
        scorers.put("rule", rule);
        scorers.put("model", fitted.model());
        String period = Period.name(study.periods().validation());
        List<Evaluation> evaluations = trainer.evaluate(scorers, rows, period);
        Comparison weeks = trainer.compare(rule, fitted.model(), rows, study.validated());
        return new TrainResult(
                project,
                period,
                Study.names(study.periods().training()),
                known.size(),
                evaluations,
                weeks,
                trainer.importance(fitted.model(), rows),
                fitted.notes(),
                provenance,
                Attempt.counts(accounting),
                openings,
                trainer.calibration(fitted.model(), rows));
    }

    private static ModelVersion register(
            Memory memory,
            Attempt attempt,
            Project project,
            Fitted fitted,
            LabelledRows validation,
            Map<String, String> provenance) {
        Model model = fitted.model();
        Golden golden = Golden.of(model, fitted.answers(), validation);
        attempt.artifact(Golden.PATH, golden.bytes());
        byte[] bytes = model.bytes();
        attempt.artifact("model.hansom", bytes);
        String sha256 = memory.store().blobs().put(bytes);
        return memory.versions()
                .create(new NewVersion(
                        project.name(),
                        VersionKind.MODEL,
                        sha256,
                        attempt.id(),
                        "trained on " + provenance.getOrDefault("trained_on", ""),
                        provenance));
    }
}

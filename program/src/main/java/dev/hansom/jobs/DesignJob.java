package dev.hansom.jobs;

import dev.hansom.data.Accounting;
import dev.hansom.data.Dataset;
import dev.hansom.data.Period;
import dev.hansom.design.DesignResult;
import dev.hansom.design.DesignStudy;
import dev.hansom.design.Ladder;
import dev.hansom.evaluate.Decision;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.learn.ConstantTrainer;
import dev.hansom.learn.Economy;
import dev.hansom.learn.ModelTrainer;
import dev.hansom.learn.RuleTrainer;
import dev.hansom.project.Project;
import dev.hansom.registry.Alias;
import dev.hansom.registry.ModelVersion;
import dev.hansom.registry.NewVersion;
import dev.hansom.registry.VersionKind;
import dev.hansom.report.DesignPage;
import dev.hansom.score.Model;
import dev.hansom.score.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Rule or ML? Compares the rule with a first model on the last weeks before the live months, then registers the rule,
/// fitted on the training months, as a version: the fallback and the yardstick from now on, and the champion where
/// there
/// is none.
public final class DesignJob {
    private final Desk desk;

    public DesignJob(Desk desk) {
        this.desk = desk;
    }

    /// The design of the project in `file`, remembered in `home`.
    /// Errors: CHECKS_BROKEN where the data break a check that the project states and `wish` is to refuse;
    /// DESIGN_INVALID where a check of validity fails.
    public Outcome.Designed run(Path file, Path home, BrokenChecks wish) {
        try (Study study = Study.open(desk, file);
                Memory memory = Memory.open(home, desk.clock())) {
            return Attempt.of(memory, study.project(), "design", attempt -> {
                attempt.param("checks", HeldChecks.hold(desk, study, wish));
                return run(study, memory, attempt);
            });
        }
    }

    private Outcome.Designed run(Study study, Memory memory, Attempt attempt) {
        Project project = study.project();
        Past past = past(study, attempt);
        DesignResult result = compare(study, past);
        remember(result.decision(), attempt);
        attempt.evaluations(result.evaluations());
        past.rows().clear();
        Model rule = rule(study, attempt);
        Path report = DesignPage.of(result, Facts.origin(desk, project, "design", past.provenance()))
                .write(Facts.reports(project), "design");
        ModelVersion version = register(memory, attempt, project, rule);
        boolean nowChampion = crown(memory, version);
        return new Outcome.Designed(result, version, nowChampion, past.accounting(), report);
    }

    /// The past, of which only the labelled rows stay while they are compared, and not longer.
    private record Past(
            List<LabelledRows> rows,
            Accounting accounting,
            Map<String, String> provenance,
            Map<String, Long> openings) {}

    private Past past(Study study, Attempt attempt) {
        Project project = study.project();
        List<Period> periods = study.periods().past();
        Dataset past = study.read(periods);
        Map<String, Long> openings =
                attempt.opened(project.name(), Study.names(study.periods().validation()), "design");
        Map<String, String> provenance = Facts.provenance(desk, project, past.fingerprint(), Period.name(periods));
        attempt.used(project, past, Period.name(periods), "design");
        attempt.params(provenance);
        List<LabelledRows> rows = new ArrayList<>(List.of(study.labelled(past.labelled())));
        return new Past(rows, past.labelledAccounting(), provenance, openings);
    }

    private DesignResult compare(Study study, Past past) {
        Project project = study.project();
        LabelledRows rows = past.rows().getFirst();
        Economy economy = Economy.of(project, rows.size());
        return new DesignStudy(
                        project, ladder(project, past.provenance(), economy), saved(project, economy, rows.size()))
                .run(
                        rows,
                        study.toCompare(rows.columns(), economy.folds()),
                        Attempt.counts(past.accounting()),
                        past.openings(),
                        desk.progress());
    }

    private static List<String> saved(Project project, Economy economy, int rows) {
        List<String> saved = new ArrayList<>();
        if (project.data().sample() < 1) {
            saved.add(String.format(
                    Locale.ROOT,
                    "rule and model learned from %,d rows and were compared on them, a share of %s of all (data.sample)",
                    rows,
                    project.data().sample()));
        }
        saved.addAll(economy.said(project, rows));
        return saved;
    }

    private static Ladder ladder(Project project, Map<String, String> provenance, Economy economy) {
        return new Ladder(
                new ConstantTrainer(project),
                new RuleTrainer(project, provenance),
                ModelTrainer.of(project, provenance, economy));
    }

    private static void remember(Decision decision, Attempt attempt) {
        attempt.param("verdict", decision.verdict().name());
        attempt.param("margin", String.valueOf(decision.margin()));
        attempt.metric("gain.low", decision.interval().low());
        attempt.metric("gain.mean", decision.interval().mean());
        attempt.metric("gain.high", decision.interval().high());
        attempt.param("compared", decision.stretch().word() + "s");
        attempt.metric("gain.weeks", decision.blocks());
        attempt.metric("gain.weeks_won", decision.wins());
    }

    private Model rule(Study study, Attempt attempt) {
        Project project = study.project();
        Dataset training = study.read(study.periods().training());
        LabelledRows rows = study.knownAtAll(training);
        String trainedOn = Period.name(study.periods().training());
        Map<String, String> provenance = Facts.provenance(desk, project, training.fingerprint(), trainedOn);
        Model constant = new ConstantTrainer(project).fit(rows.columns(), desk.progress());
        attempt.metric("constant", constant.score(new Row(constant.schema())));
        return new RuleTrainer(project, provenance).fit(rows.columns(), desk.progress());
    }

    private static ModelVersion register(Memory memory, Attempt attempt, Project project, Model rule) {
        String sha256 = memory.store().blobs().put(rule.bytes());
        return memory.versions()
                .create(new NewVersion(
                        project.name(),
                        VersionKind.RULE,
                        sha256,
                        attempt.id(),
                        project.rule().reason(),
                        rule.provenance().facts()));
    }

    /// The new rule is the fallback and the yardstick; whether it is the champion too, because there was none.
    private boolean crown(Memory memory, ModelVersion rule) {
        String who = desk.machine().user();
        memory.aliases().set(rule.name(), Alias.RULE, rule.version(), who, "design made it");
        boolean none = memory.aliases().find(rule.name(), Alias.CHAMPION).isEmpty();
        if (none) {
            memory.aliases().set(rule.name(), Alias.CHAMPION, rule.version(), who, "the first version is a rule");
        }
        return none;
    }
}

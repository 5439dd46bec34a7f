package dev.hansom.jobs;

import dev.hansom.base.ProblemException;
import dev.hansom.check.AllChecks;
import dev.hansom.check.ChecksText;
import dev.hansom.check.Finding;
import dev.hansom.check.Freezing;
import dev.hansom.check.Overview;
import dev.hansom.check.Survey;
import dev.hansom.data.Period;
import dev.hansom.project.Checks;
import dev.hansom.project.Project;
import dev.hansom.report.CheckPage;
import dev.hansom.report.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a project and the rows of its past once, and says what a person should know before any model. Of the live
/// periods only the shape of the files and the times are read.
public final class CheckJob {
    private static final Logger LOGGER = LoggerFactory.getLogger(CheckJob.class);

    private final Desk desk;

    public CheckJob(Desk desk) {
        this.desk = desk;
    }

    /// Errors: everything that is wrong with the project file or with the form of the data, at once.
    public Outcome.Checked run(Path file) {
        try (Study study = Study.open(desk, file)) {
            Survey survey = HeldChecks.survey(desk, study);
            List<Finding> findings = AllChecks.of(survey);
            return new Outcome.Checked(
                    study.project(), study.periods(), survey.accounting(), findings, report(survey, findings, study));
        }
    }

    /// Where the page is. What was found is told all the same where it cannot be written.
    private Optional<Path> report(Survey survey, List<Finding> findings, Study study) {
        Project project = study.project();
        Map<String, String> provenance = new TreeMap<>(Map.of("project", project.hash()));
        desk.machine().versions().forEach((name, version) -> provenance.put("version." + name, version));
        Page page = CheckPage.of(
                project,
                Attempt.counts(survey.accounting()),
                findings,
                Overview.of(survey),
                Facts.origin(desk, project, "check", provenance));
        try {
            return Optional.of(page.write(Facts.reports(project), "check"));
        } catch (ProblemException e) {
            LOGGER.warn("the page could not be written: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /// Infers checks from the periods that [Freezing] looks at and adds them to the project file.
    /// Errors: those of [#run] and those of [FrozenFile].
    public Outcome.Frozen freeze(Path file) {
        try (Study study = Study.open(desk, file)) {
            Project project = study.project();
            FrozenFile frozen = new FrozenFile(desk, project);
            frozen.require();
            Survey survey = HeldChecks.survey(desk, study);
            Checks checks = new Freezing(survey).checks();
            String from = Period.name(Freezing.seen(project, study.periods()));
            desk.progress().at(0);
            frozen.add(checks, ChecksText.of(checks, from));
            return new Outcome.Frozen(project, from, checks);
        }
    }
}

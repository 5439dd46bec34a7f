package dev.hansom.jobs;

import dev.hansom.check.AllChecks;
import dev.hansom.check.ChecksText;
import dev.hansom.check.Freezing;
import dev.hansom.check.Survey;
import dev.hansom.data.Accounting;
import dev.hansom.data.DatasetReader;
import dev.hansom.data.Period;
import dev.hansom.data.ProjectRows;
import dev.hansom.data.Window;
import dev.hansom.project.Checks;
import dev.hansom.project.Project;
import java.nio.file.Path;
import java.time.LocalDateTime;

/// Reads a project and the rows of its past once, and says what a person should know before any model. Of the live
/// periods only the shape of the files and the times are read.
public final class CheckJob {
    private final Desk desk;

    public CheckJob(Desk desk) {
        this.desk = desk;
    }

    /// Errors: everything that is wrong with the project file or with the form of the data, at once.
    public Outcome.Checked run(Path file) {
        try (Study study = Study.open(desk, file)) {
            Survey survey = survey(study);
            return new Outcome.Checked(study.project(), study.periods(), survey.accounting(), AllChecks.of(survey));
        }
    }

    /// Infers checks from the training periods and adds them to the project file.
    /// Errors: those of [#run] and those of [FrozenFile].
    public Outcome.Frozen freeze(Path file) {
        try (Study study = Study.open(desk, file)) {
            Project project = study.project();
            FrozenFile frozen = new FrozenFile(desk, project);
            frozen.require();
            Survey survey = survey(study);
            Checks checks = new Freezing(survey).checks();
            String from = Period.name(study.periods().training());
            frozen.add(checks, ChecksText.of(checks, from));
            return new Outcome.Frozen(project, from, checks);
        }
    }

    private Survey survey(Study study) {
        Project project = study.project();
        LocalDateTime now = LocalDateTime.ofInstant(desk.clock().instant(), project.timeZone());
        Survey survey = new Survey(project, study.periods(), Window.micros(now));
        Accounting accounting =
                new ProjectRows(study.engine(), project).read(study.periods().past(), desk.progress(), survey::add);
        DatasetReader.require(project, accounting);
        survey.close(accounting);
        return survey;
    }
}

package dev.hansom.jobs;

import dev.hansom.check.AllChecks;
import dev.hansom.check.ChecksText;
import dev.hansom.check.Freezing;
import dev.hansom.check.Survey;
import dev.hansom.data.Period;
import dev.hansom.project.Checks;
import dev.hansom.project.Project;
import java.nio.file.Path;

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
            Survey survey = HeldChecks.survey(desk, study);
            return new Outcome.Checked(study.project(), study.periods(), survey.accounting(), AllChecks.of(survey));
        }
    }

    /// Infers checks from the training periods and adds them to the project file.
    /// Errors: those of [#run] and those of [FrozenFile].
    public Outcome.Frozen freeze(Path file) {
        try (Study study = Study.open(desk, file)) {
            Project project = study.project();
            FrozenFile frozen = new FrozenFile(project);
            frozen.require();
            Survey survey = HeldChecks.survey(desk, study);
            Checks checks = new Freezing(survey).checks();
            String from = Period.name(study.periods().training());
            frozen.add(checks, ChecksText.of(checks, from));
            return new Outcome.Frozen(project, from, checks);
        }
    }
}

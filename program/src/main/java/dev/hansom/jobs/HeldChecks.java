package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.check.AllChecks;
import dev.hansom.check.Finding;
import dev.hansom.check.Place;
import dev.hansom.check.Survey;
import dev.hansom.data.Accounting;
import dev.hansom.data.DatasetReader;
import dev.hansom.data.ProjectRows;
import dev.hansom.data.Window;
import dev.hansom.project.Project;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds the past of a project against its `checks:` before anything is learned from it. A project without checks
/// is not read for this.
final class HeldChecks {
    private static final Logger LOGGER = LoggerFactory.getLogger(HeldChecks.class);

    private HeldChecks() {}

    /// A word for what became of it: `none`, `held` or `ignored`.
    /// Errors: `CHECKS_BROKEN` with every check that does not hold, unless they are to be ignored.
    static String hold(Desk desk, Study study, BrokenChecks wish) {
        Project project = study.project();
        if (project.checks().isEmpty()) {
            return "none";
        }
        List<Finding> broken = AllChecks.broken(survey(desk, study));
        if (broken.isEmpty()) {
            return "held";
        }
        if (wish == BrokenChecks.REFUSE) {
            throw new ProblemException(
                    broken.stream().map(finding -> problem(project, finding)).toList());
        }
        broken.forEach(finding -> LOGGER.warn("{}: a check does not hold: {}", project.name(), finding.text()));
        return "ignored";
    }

    /// What is counted in one reading of the past.
    static Survey survey(Desk desk, Study study) {
        Project project = study.project();
        LocalDateTime now = LocalDateTime.ofInstant(desk.clock().instant(), project.timeZone());
        Survey survey = new Survey(project, study.periods(), Window.micros(now));
        Accounting accounting = new ProjectRows(study.engine(), project)
                .read(study.periods().past(), survey::lost, desk.progress(), survey::add);
        DatasetReader.require(project, accounting);
        survey.close(accounting);
        return survey;
    }

    private static Problem problem(Project project, Finding finding) {
        String places =
                finding.evidence().examples().stream().map(HeldChecks::place).collect(Collectors.joining(", "));
        return Problem.of(ErrorCode.CHECKS_BROKEN, project.file() + ": checks", finding.text())
                .next((places.isEmpty() ? "" : "see " + places + "; ") + finding.next()
                        + "; --ignore-checks learns from it all the same");
    }

    private static String place(Place place) {
        return place.file() + " row " + place.row();
    }
}

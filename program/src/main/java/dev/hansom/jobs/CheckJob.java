package dev.hansom.jobs;

import dev.hansom.data.Accounting;
import dev.hansom.data.Dataset;
import dev.hansom.project.Field;
import dev.hansom.project.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads a project and its past months and says what a person should know before any model. The live months are not
/// read.
public final class CheckJob {
    private final Desk desk;

    public CheckJob(Desk desk) {
        this.desk = desk;
    }

    /// Errors: everything that is wrong with the project file or the data, at once.
    public Outcome.Checked run(Path file) {
        try (Study study = Study.open(desk, file)) {
            Dataset past = study.read(study.periods().past());
            return new Outcome.Checked(
                    study.project(), study.periods(), past.labelledAccounting(), findings(study.project(), past));
        }
    }

    private static List<String> findings(Project project, Dataset past) {
        List<String> findings = new ArrayList<>();
        for (Field field : project.fields()) {
            field.standsInFor()
                    .ifPresent(reason -> findings.add(
                            field.name() + " is known at " + field.known().name() + " and stands in for " + reason));
        }
        Accounting accounting = past.accounting();
        accounting
                .lossy()
                .forEach((field, count) -> findings.add(
                        count + " values of " + field + " could not be read as declared and count as missing"));
        return findings;
    }
}

package dev.hansom.jobs;

import dev.hansom.data.TableRows;
import dev.hansom.project.Project;
import dev.hansom.project.ProjectReader;
import java.nio.file.Path;

/// The project file of a job, with reference tables from files of every format that is read.
final class ProjectFile {
    private ProjectFile() {}

    /// Errors: those of [ProjectReader].
    static Project read(Desk desk, Path file) {
        return ProjectReader.read(file, new TableRows(desk.machine().temporary()));
    }
}

package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.data.Period;
import dev.hansom.project.Project;
import dev.hansom.track.DataSets;
import java.nio.file.Path;
import java.util.List;

/// The data sets that the runs of a project read, the newest first.
public final class DataJob {
    private final Desk desk;

    public DataJob(Desk desk) {
        this.desk = desk;
    }

    /// Those whose fingerprint or period begins with `which`, or whose range of periods has it; all where it is empty.
    /// Errors: `NOT_FOUND` where there is none.
    public Outcome.DataCards run(Path file, Path home, String which) {
        Project project = ProjectFile.read(desk, file);
        try (Memory memory = Memory.open(home, desk.clock())) {
            List<DataSets.Use> uses = memory.dataSets().named(project.name()).stream()
                    .filter(use -> use.dataSet().fingerprint().startsWith(which)
                            || Period.covers(use.dataSet().period(), which))
                    .toList();
            if (uses.isEmpty() && !which.isEmpty()) {
                throw new ProblemException(Problem.of(ErrorCode.NOT_FOUND, which, "no such data set")
                        .expected("the beginning of a fingerprint, or a period")
                        .next("see hansom data"));
            }
            return new Outcome.DataCards(project, uses);
        }
    }
}

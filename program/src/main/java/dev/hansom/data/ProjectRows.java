package dev.hansom.data;

import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The rows of a project's months as they lie in their files, chunk by chunk, with the target computed and the fate of
/// every row. What it holds in memory does not grow with the rows; [DatasetReader] holds them all, in order of time.
///
/// Threads: for one thread.
public final class ProjectRows {
    private final Engine engine;
    private final Project project;
    private final Sieve sieve;

    /// The rows of `project`. Errors: `PROJECT_INVALID` where an expression does not compile.
    public ProjectRows(Engine engine, Project project) {
        this.engine = engine;
        this.project = project;
        this.sieve = new Sieve(project);
    }

    /// Reads all rows of `months`. Returns their account down to the rows with a usable target.
    /// Errors: `DATA_UNREADABLE`, `FILE_CHANGED`.
    public Accounting read(List<Month> months, Progress progress, Consumer<ProjectChunk> receiver) {
        Accounting accounting = Accounting.NONE;
        for (Month month : months) {
            for (FileShape file : month.files()) {
                accounting = accounting.plus(read(month, file, progress, receiver));
            }
        }
        return accounting;
    }

    private Accounting read(Month month, FileShape shape, Progress progress, Consumer<ProjectChunk> receiver) {
        List<Wanted> wanted = FileReader.wanted(project);
        Window window = Window.of(month.period());
        Columns rows = new Columns(project.labelledSchema(), 2_048);
        long[] first = {0};
        Map<Fate, Long> counts = new EnumMap<>(Fate.class);
        List<Fate> fates = new ArrayList<>(2_048);
        Reading reading = new RowReader(engine).scan(shape, wanted, project.timeZone(), progress, chunk -> {
            rows.clear();
            Chunks.append(chunk, rows, wanted.size());
            fates.clear();
            for (int row = 0; row < rows.size(); row++) {
                Fate fate = sieve.fate(rows, row, window);
                fates.add(fate);
                counts.merge(fate, 1L, Long::sum);
            }
            receiver.accept(new ProjectChunk(month, shape.file(), first[0], rows, fates));
            first[0] += rows.size();
        });
        long kept = Optional.ofNullable(counts.remove(Fate.LABELLED)).orElse(0L);
        Map<String, Long> dropped = new TreeMap<>();
        counts.forEach((fate, count) -> dropped.put(fate.reason(), count));
        return new Accounting(reading.rows(), kept, dropped, reading.lossy());
    }
}

package dev.hansom.data;

import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The rows of a project's periods as they lie in their files, chunk by chunk, with the target computed and the fate of
/// every row. What it holds in memory does not grow with the rows; [DatasetReader] holds them all, in order of time.
///
/// Threads: for one thread.
public final class ProjectRows {
    private final Engine engine;
    private final Project project;
    private final Sieve sieve;

    /// All rows of `project`. Errors: `PROJECT_INVALID` where an expression does not compile.
    public ProjectRows(Engine engine, Project project) {
        this(engine, project, new Sieve(project, false));
    }

    private ProjectRows(Engine engine, Project project, Sieve sieve) {
        this.engine = engine;
        this.project = project;
        this.sieve = sieve;
    }

    /// The rows of `project` where those that `data.sample` leaves out are [Fate#SAMPLE]. Errors: as above.
    static ProjectRows sampled(Engine engine, Project project) {
        return new ProjectRows(engine, project, new Sieve(project, true));
    }

    /// Who is told of values that lost something when they were read.
    @FunctionalInterface
    public interface Losses {
        /// The value of `field` in row `row` of a file, from 1.
        void lost(String field, String file, long row);
    }

    /// Reads all rows of `periods`, each file once. Returns their account down to the rows with a usable target.
    /// Errors: `DATA_UNREADABLE`, `FILE_CHANGED`.
    public Accounting read(List<Period> periods, Progress progress, Consumer<ProjectChunk> receiver) {
        return read(periods, (_, _, _) -> {}, progress, receiver);
    }

    /// The same; `losses` is told of values that have no reading in the declared type, or were rounded.
    public Accounting read(List<Period> periods, Losses losses, Progress progress, Consumer<ProjectChunk> receiver) {
        Map<FileShape, List<Period>> files = new LinkedHashMap<>();
        for (Period period : periods) {
            period.files()
                    .forEach(file ->
                            files.computeIfAbsent(file, _ -> new ArrayList<>()).add(period));
        }
        Accounting accounting = Accounting.NONE;
        for (Map.Entry<FileShape, List<Period>> file : files.entrySet()) {
            accounting = accounting.plus(read(file.getKey(), file.getValue(), losses, progress, receiver));
        }
        return accounting;
    }

    private Accounting read(
            FileShape shape, List<Period> periods, Losses losses, Progress progress, Consumer<ProjectChunk> receiver) {
        List<Wanted> wanted = FileReader.wanted(project);
        Columns rows = new Columns(project.labelledSchema(), 2_048);
        long[] first = {0};
        Map<Fate, Long> counts = new EnumMap<>(Fate.class);
        List<Fate> fates = new ArrayList<>(2_048);
        String file = shape.file().name();
        Selected.Losses told = (one, row) -> losses.lost(one.name(), file, row + 1);
        List<Selected> selected = RowReader.declared(shape, wanted, project.timeZone());
        Reading reading = new RowReader(engine).scan(shape, selected, told, progress, chunk -> {
            rows.clear();
            chunk.appendTo(rows);
            sieve.order(rows);
            for (Period period : periods) {
                if (fates(rows, period, fates, counts)) {
                    receiver.accept(new ProjectChunk(period, shape.file(), first[0], rows, fates));
                }
            }
            first[0] += rows.size();
        });
        counts.remove(Fate.ELSEWHERE);
        long read = counts.values().stream().mapToLong(Long::longValue).sum();
        long kept = Optional.ofNullable(counts.remove(Fate.LABELLED)).orElse(0L);
        Map<String, Long> dropped = new TreeMap<>();
        counts.forEach((fate, count) -> dropped.put(fate.reason(), count));
        return new Accounting(read, kept, dropped, reading.lossy());
    }

    /// Sets the fates of the rows in a period; whether any of them counts there.
    private boolean fates(Columns rows, Period period, List<Fate> fates, Map<Fate, Long> counts) {
        fates.clear();
        boolean any = false;
        for (int row = 0; row < rows.size(); row++) {
            boolean here = period.reaches(sieve.at(rows, row));
            Fate fate = here ? sieve.fate(rows, row, period.window()) : Fate.ELSEWHERE;
            any |= here;
            fates.add(fate);
            counts.merge(fate, 1L, Long::sum);
        }
        return any;
    }
}

package dev.hansom.draft;

import dev.hansom.base.Progress;
import dev.hansom.data.DataFile;
import dev.hansom.data.Engine;
import java.util.List;
import java.util.Optional;

/// Makes a first project of somebody's files: which column may be what, a rule and features, each with its reason.
public final class Drafter {
    private final Engine engine;
    private final Progress progress;
    private final long heap;

    public Drafter(Engine engine, Progress progress) {
        this(engine, progress, Runtime.getRuntime().maxMemory());
    }

    /// A drafter for a program of `heap` bytes of memory, which more rows may have to be learned from than fit.
    public Drafter(Engine engine, Progress progress, long heap) {
        this.engine = engine;
        this.progress = progress;
        this.heap = heap;
    }

    /// The project file for predicting `target` from `files`. Errors: USAGE for a column that is not there or cannot be
    /// predicted; those of reading the files.
    public DraftPage page(List<DataFile> files, String target, Optional<String> time) {
        Survey survey = new Surveyor(engine, progress).survey(files);
        Aim aim = Aim.of(survey, target);
        return new DraftPage(new Drafting(survey, aim, Clock.of(survey, aim, time)).draft(), heap);
    }
}

package dev.hansom.jobs;

import dev.hansom.access.Audit;
import dev.hansom.registry.Aliases;
import dev.hansom.registry.Gates;
import dev.hansom.registry.ModelVersions;
import dev.hansom.store.Store;
import dev.hansom.track.Artifacts;
import dev.hansom.track.DataSets;
import dev.hansom.track.Experiments;
import dev.hansom.track.Openings;
import dev.hansom.track.Runs;
import java.nio.file.Path;
import java.time.Clock;

/// All that a home remembers, opened together.
///
/// Threads: safe for many.
public final class Memory implements AutoCloseable {
    private final Store store;

    private Memory(Store store) {
        this.store = store;
    }

    /// Opens the home in `folder`, which is made where it is missing.
    public static Memory open(Path folder, Clock clock) {
        return new Memory(Store.open(folder, clock));
    }

    public Store store() {
        return store;
    }

    Experiments experiments() {
        return new Experiments(store);
    }

    Runs runs() {
        return new Runs(store);
    }

    DataSets dataSets() {
        return new DataSets(store);
    }

    Openings openings() {
        return new Openings(store);
    }

    Artifacts artifacts() {
        return new Artifacts(store);
    }

    public ModelVersions versions() {
        return new ModelVersions(store);
    }

    public Aliases aliases() {
        return new Aliases(store);
    }

    Gates gates() {
        return new Gates(store);
    }

    Audit audit() {
        return new Audit(store);
    }

    /// Where the prediction log of a project lies.
    public Path logs(String project) {
        return store.home().resolve("logs").resolve(project);
    }

    @Override
    public void close() {
        store.close();
    }
}

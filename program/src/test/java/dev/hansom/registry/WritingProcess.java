package dev.hansom.registry;

import dev.hansom.store.Store;
import dev.hansom.track.Experiments;
import dev.hansom.track.Run;
import dev.hansom.track.RunStatus;
import dev.hansom.track.Runs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// A process that writes into a home until its input ends, and prints what the home has acknowledged:
/// `run <id>`, `step <n>`, `version <n>`, `finished`.
final class WritingProcess {
    private static final int STEPS_A_VERSION = 10;

    private final Runs runs;
    private final ModelVersions versions;
    private final String content;

    private WritingProcess(Store store) {
        this.runs = new Runs(store);
        this.versions = new ModelVersions(store);
        this.content = store.blobs().put(new byte[] {1, 2, 3});
    }

    /// The home is the only argument.
    public static void main(String[] arguments) throws IOException {
        try (Store store = Store.open(Path.of(arguments[0]), Clock.systemUTC())) {
            long experiment = new Experiments(store).named("taxi").id();
            new WritingProcess(store).write(experiment);
        }
    }

    private void write(long experiment) throws IOException {
        Run run = runs.start(experiment, "writing");
        say("run " + run.id());
        for (int step = 0; goesOn(); step++) {
            runs.metric(run.id(), "step", step, step);
            say("step " + step);
            if (step % STEPS_A_VERSION == 0) {
                say("version " + version(run).version());
            }
        }
        runs.finish(run.id(), RunStatus.FINISHED);
        say("finished");
    }

    private ModelVersion version(Run run) {
        return versions.create(new NewVersion("taxi", VersionKind.RULE, content, run.id(), "", Map.of()));
    }

    private static boolean goesOn() throws IOException {
        return System.in.available() == 0;
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}

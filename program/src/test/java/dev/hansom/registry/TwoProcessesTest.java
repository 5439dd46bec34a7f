package dev.hansom.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hansom.store.Store;
import dev.hansom.track.Experiments;
import dev.hansom.track.Run;
import dev.hansom.track.RunMetric;
import dev.hansom.track.RunStatus;
import dev.hansom.track.Runs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProcessesTest {
    private static final int STEPS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path home;

    @Test
    void twoProcessesWriteIntoOneHomeAndOneIsKilled() throws Exception {
        try (Writing killed = new Writing(home);
                Writing left = new Writing(home)) {
            await().atMost(PATIENCE).until(() -> killed.steps() > STEPS && left.steps() > STEPS);
            killed.process.destroyForcibly().waitFor();
            long before = left.steps();
            await().atMost(PATIENCE).until(() -> left.steps() > before + STEPS);
            left.end();

            try (Store store = Store.open(home, Clock.systemUTC())) {
                everythingAcknowledgedIsThere(new Runs(store), killed, RunStatus.RUNNING);
                everythingAcknowledgedIsThere(new Runs(store), left, RunStatus.FINISHED);
                noVersionIsGivenTwice(new ModelVersions(store), killed, left);
                assertThat(new Experiments(store).list()).hasSize(2);
                assertThat(integrity(store)).containsExactly("ok");
            }
        }
    }

    private static void everythingAcknowledgedIsThere(Runs runs, Writing writing, RunStatus status) {
        Run run = runs.get(writing.said("run").findFirst().orElseThrow());
        List<Long> kept =
                runs.history(run.id(), "step").stream().map(RunMetric::step).toList();
        assertThat(run.status()).isEqualTo(status);
        // What was written and not yet acknowledged may be there too: one step at most.
        assertThat((long) kept.size()).isBetween(writing.steps(), writing.steps() + 1);
        assertThat(kept).isEqualTo(LongStream.range(0, kept.size()).boxed().toList());
        assertThat(run.metric("step")).hasValue(kept.size() - 1);
    }

    private static void noVersionIsGivenTwice(ModelVersions versions, Writing one, Writing other) {
        List<Integer> given = Stream.of(one, other)
                .flatMap(writing -> writing.said("version"))
                .map(Integer::valueOf)
                .toList();
        List<ModelVersion> kept = versions.list("taxi");
        assertThat(given).doesNotHaveDuplicates();
        assertThat(kept).extracting(ModelVersion::version).containsAll(given);
        assertThat(kept.size()).isBetween(given.size(), given.size() + 1);
        assertThat(kept.getFirst().version()).isEqualTo(kept.size());
    }

    private static List<String> integrity(Store store) {
        return store.read(
                transaction -> transaction.query("pragma integrity_check", rows -> rows.text("integrity_check")));
    }

    /// A JVM of its own that writes, and what it has said so far.
    private static final class Writing implements AutoCloseable {
        private final Process process;
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Thread listener = new Thread(this::listen);

        Writing(Path home) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-Xmx128m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WritingProcess.class.getName(),
                            home.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            listener.start();
        }

        private void listen() {
            try (BufferedReader reader = process.inputReader()) {
                reader.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                lines.add("gone");
            }
        }

        Stream<String> said(String what) {
            return lines.stream()
                    .filter(line -> line.startsWith(what + " "))
                    .map(line -> line.substring(what.length() + 1));
        }

        long steps() {
            return said("step").count();
        }

        void end() throws IOException, InterruptedException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            listener.join();
            assertThat(process.exitValue()).isZero();
            assertThat(lines).last().isEqualTo("finished");
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}

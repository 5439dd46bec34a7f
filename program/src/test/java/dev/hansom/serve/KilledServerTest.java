package dev.hansom.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.ProblemException;
import dev.hansom.oip.OipClient;
import dev.hansom.registry.Alias;
import dev.hansom.score.Columns;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledServerTest {
    private static final int ROWS = 20;

    @TempDir
    Path home;

    @Test
    void aKilledServerLeavesALogThatTheNextOneGoesOnWith() throws Exception {
        try (TestServer server = new TestServer(home)) {
            server.alias(Alias.RULE, server.rule("miles * 10"));
            server.champion(server.model(1, 2, "true"));
        }
        Set<String> answered = new HashSet<>();
        int lately = answerUntilKilled(answered);
        Traffic left = new PredictionLogReader(home.resolve("logs/taxi")).read(TestServer.SCHEMA);
        assertThat(left.counts().broken()).isLessThanOrEqualTo(1);
        Set<String> logged = ids(left);
        assertThat(logged).hasSize(left.size());
        answered.removeAll(logged);
        assertThat(answered).hasSizeLessThanOrEqualTo(lately);

        try (TestServer next = new TestServer(home).start();
                OipClient client = next.client()) {
            assertThat(new Servers(next.store, TestServer.CLOCK).running()).isEmpty();
            client.infer("taxi", TestServer.SCHEMA, rows(), 0, ROWS);
            client.awaitFlushed(java.time.Duration.ofSeconds(5));
        }
        Traffic after = new PredictionLogReader(home.resolve("logs/taxi")).read(TestServer.SCHEMA);
        assertThat(after.size()).isEqualTo(left.size() + ROWS);
        assertThat(after.counts().broken()).isEqualTo(left.counts().broken());
    }

    /// Answers of a server that is killed meanwhile; how many of them came after it was waited for the last time.
    private int answerUntilKilled(Set<String> answered) throws IOException, InterruptedException {
        Process process = start();
        int lately = 0;
        try (BufferedReader out = process.inputReader();
                OipClient client = new OipClient(out.readLine(), Optional.empty())) {
            for (int request = 0; request < 10_000; request++) {
                if (request == 60) {
                    process.destroyForcibly();
                }
                client.infer("taxi", TestServer.SCHEMA, rows(), 0, ROWS).rows().forEach(row -> answered.add(row.id()));
                lately += ROWS;
                if (request == 50) {
                    client.awaitFlushed(java.time.Duration.ofSeconds(5));
                    lately = 0;
                }
            }
        } catch (ProblemException e) {
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(answered).hasSizeGreaterThan(50 * ROWS);
        return lately;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Columns rows() {
        Columns rows = new Columns(TestServer.SCHEMA, ROWS);
        for (int i = 0; i < ROWS; i++) {
            rows.set(2, rows.append(), (double) i);
        }
        return rows;
    }

    private static Set<String> ids(Traffic traffic) {
        Set<String> ids = new HashSet<>();
        for (int row = 0; row < traffic.size(); row++) {
            ids.add(traffic.id(row));
        }
        return ids;
    }
}

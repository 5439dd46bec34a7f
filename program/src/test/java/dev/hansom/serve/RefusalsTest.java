package dev.hansom.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.http.Listener;
import dev.hansom.http.ListenerSettings;
import dev.hansom.oip.OipClient;
import dev.hansom.registry.Alias;
import dev.hansom.score.Columns;
import dev.hansom.store.EventLog;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a server refuses, as its callers get to know it.
class RefusalsTest {
    @TempDir
    Path home;

    @Test
    void aCallerWithAWrongTokenIsDenied() {
        ListenerSettings settings = ListenerSettings.loopback(0).at("127.0.0.1", "s3cret");
        try (Listener listener = Listener.start(settings, List.of());
                OipClient stranger = new OipClient(listener.url(), Optional.of("guess"))) {
            Problem problem = problem(stranger::log);
            assertThat(problem.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
            assertThat(problem.text()).contains("(401)", "Authorization").doesNotContain("s3cret", "guess");
        }
    }

    @Test
    void moreRowsThanAServerTakesAreTooLarge() {
        try (TestServer server = new TestServer(home)) {
            server.alias(Alias.RULE, server.rule("miles * 10"));
            server.start();
            int rows = 100_001;
            Columns many = new Columns(TestServer.SCHEMA, rows);
            for (int row = 0; row < rows; row++) {
                many.append();
            }
            try (OipClient client = server.client()) {
                Problem problem = problem(() -> client.infer(TestServer.PROJECT, TestServer.SCHEMA, many, 0, rows));
                assertThat(problem.code()).isEqualTo(ErrorCode.REQUEST_TOO_LARGE);
                assertThat(problem.text()).contains("100001 rows", "at most", "send fewer rows a request");
            }
        }
    }

    @Test
    void withoutAnyWholeFileNothingAnswers() throws Exception {
        try (TestServer server = new TestServer(home)) {
            server.alias(Alias.RULE, server.rule("miles * 10"));
            Files.delete(server.file(Alias.RULE));
            server.start();
            Problem problem =
                    problem(() -> server.deployments.find(TestServer.PROJECT).asked());
            assertThat(problem.code()).isEqualTo(ErrorCode.NOTHING_ANSWERS);
            assertThat(problem.text()).contains("neither the champion nor the rule", "restore the files");
            assertThat(server.post("/v2/models/taxi/infer", Bodies.whole()).statusCode())
                    .isEqualTo(503);
        }
    }

    @Test
    void truthsThatCannotBeKeptNowAreToBeSentAgain() {
        CountDownLatch stalled = new CountDownLatch(1);
        Truths truths = new Truths(_ -> new Stalled(stalled), 10);
        List<Truth> ten = Collections.nCopies(10, new Truth("p1", 1.0, 0, 0));
        Problem problem = problem(() -> {
            for (int i = 0; i < 10; i++) {
                truths.accept(ten, List.of("taxi"));
            }
        });
        assertThat(problem.code()).isEqualTo(ErrorCode.SERVER_BUSY);
        assertThat(problem.text()).contains("too many truths are waiting", "send the same again");
        stalled.countDown();
        truths.close();
    }

    /// A log whose disk does not answer for a while.
    private record Stalled(CountDownLatch until) implements EventLog {
        @Override
        public void append(ByteBuffer lines) {
            try {
                until.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            lines.position(lines.limit());
        }

        @Override
        public void sync() {}

        @Override
        public void close() {}
    }

    private static Problem problem(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problems().getFirst();
    }
}

package dev.hansom.cli;

import dev.hansom.Hansom;
import dev.hansom.api.ApiDoor;
import dev.hansom.http.Listener;
import dev.hansom.http.ListenerSettings;
import dev.hansom.http.MetricsDoor;
import dev.hansom.http.ServingMetrics;
import dev.hansom.jobs.Desk;
import dev.hansom.jobs.Memory;
import dev.hansom.oip.OipDoor;
import dev.hansom.serve.Answers;
import dev.hansom.serve.Deployments;
import dev.hansom.serve.PredictionIds;
import dev.hansom.serve.PredictionLog;
import dev.hansom.serve.Server;
import dev.hansom.serve.Servers;
import dev.hansom.serve.Truths;
import dev.hansom.serve.Wishes;
import dev.hansom.store.EventLog;
import dev.hansom.store.FolderEventLog;
import java.nio.file.Path;
import java.util.List;

/// A home being served: what answers, its logs, and the doors on one listener. Closing drains in order: not ready, no
/// new
/// requests, those under way end, the logs are written.
final class RunningServer implements AutoCloseable {
    private static final int LIMIT_ROWS = 2 * OipDoor.MAX_ROWS;

    private final Memory memory;
    private final Deployments deployments;
    private final PredictionLog log;
    private final Truths truths;
    private final Listener listener;
    private final Servers servers;
    private final Server server;

    private RunningServer(
            Memory memory,
            Deployments deployments,
            PredictionLog log,
            Truths truths,
            Listener listener,
            Servers servers) {
        this.memory = memory;
        this.deployments = deployments;
        this.log = log;
        this.truths = truths;
        this.listener = listener;
        this.servers = servers;
        this.server = servers.started(ProcessHandle.current().pid(), listener.url());
    }

    static RunningServer start(Desk desk, Path home, ListenerSettings settings) {
        Memory memory = Memory.open(home, desk.clock());
        Deployments deployments = new Deployments(
                new Wishes(memory.store()), wanted -> memory.store().blobs().path(wanted.sha256()));
        try {
            PredictionLog log =
                    new PredictionLog(project -> events(desk, memory, project, PredictionLog.KIND), LIMIT_ROWS);
            Truths truths = new Truths(project -> events(desk, memory, project, Truths.KIND), LIMIT_ROWS);
            ServingMetrics metrics = new ServingMetrics(deployments, log::counts, truths::counts);
            Answers answers = new Answers(new PredictionIds(desk.clock(), desk.random()), desk.clock(), log::offer);
            deployments.start();
            Listener listener = Listener.start(
                    settings,
                    List.of(
                            new OipDoor(deployments, answers, metrics, Hansom.VERSION),
                            new ApiDoor(deployments, log, truths, desk.clock()),
                            new MetricsDoor(metrics)));
            return new RunningServer(
                    memory, deployments, log, truths, listener, new Servers(memory.store(), desk.clock()));
        } catch (RuntimeException e) {
            deployments.close();
            memory.close();
            throw e;
        }
    }

    private static EventLog events(Desk desk, Memory memory, String project, String kind) {
        return new FolderEventLog(
                memory.logs(project), kind, ProcessHandle.current().pid(), desk.clock(), FolderEventLog.Roll.DEFAULT);
    }

    String url() {
        return listener.url();
    }

    List<String> problems() {
        return deployments.all().isEmpty()
                ? List.of(
                        "nothing is deployed yet: hansom design registers a rule, which this server then finds by itself")
                : deployments.problems();
    }

    @Override
    public void close() {
        deployments.drain();
        listener.close();
        log.close();
        truths.close();
        deployments.close();
        servers.stopped(server);
        memory.close();
    }
}

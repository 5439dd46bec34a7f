package dev.hansom.serve;

import java.nio.file.Path;

/// A server in a process of its own, to be killed: prints where it listens and goes on.
final class ServerProcess {
    private ServerProcess() {}

    /// Serves the home in `arguments[0]`.
    static void main(String[] arguments) throws InterruptedException {
        try (TestServer server = new TestServer(Path.of(arguments[0])).start()) {
            new Servers(server.store, TestServer.CLOCK)
                    .started(ProcessHandle.current().pid(), server.listener.url());
            System.out.println(server.listener.url());
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}

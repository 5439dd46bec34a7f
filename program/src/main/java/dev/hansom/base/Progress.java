package dev.hansom.base;

/// Where long work tells how far it is, and learns that it should stop.
///
/// Threads: implementations are safe for many threads.
public interface Progress {
    /// Nobody watches; nobody stops it.
    Progress NONE = new Progress() {
        @Override
        public void begin(String what, long total, String unit) {}

        @Override
        public void at(long done) {}

        @Override
        public void end() {}
    };

    /// A stage begins: `total` steps of `unit` (0 where unknown).
    void begin(String what, long total, String unit);

    /// So many steps of the stage are done. Errors: a `java.util.concurrent.CancellationException` when the person
    /// wants to stop.
    void at(long done);

    /// The stage is over.
    void end();
}

package dev.hansom.http;

/// A protocol over HTTP: it translates and decides nothing.
public interface Door {
    /// Hangs its routes on the listener.
    void register(Routes routes);
}

package dev.hansom.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Where events are kept for good: lines that are only ever appended. An open seam: a folder today.
///
/// Threads: one writer at a time.
public interface EventLog extends Closeable {
    /// Appends whole lines, each ending with a line feed; afterwards other processes can read them.
    /// Errors: an [IOException] means that the lines may be there in part; a reader leaves out a torn last line.
    void append(ByteBuffer lines) throws IOException;

    /// Returns when all that was appended would survive a power cut.
    void sync() throws IOException;

    /// Syncs and lets go.
    @Override
    void close() throws IOException;
}

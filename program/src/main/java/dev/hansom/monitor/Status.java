package dev.hansom.monitor;

import java.util.Locale;
import java.util.stream.Stream;

/// How bad it is, from good to bad.
public enum Status {
    /// Nothing to do.
    GREEN,
    /// Worth a look.
    AMBER,
    /// Somebody has to act.
    RED;

    /// The name in summaries, for example `green`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The worst of them; green where there is none.
    public static Status worst(Stream<Status> all) {
        return all.max(Status::compareTo).orElse(GREEN);
    }
}

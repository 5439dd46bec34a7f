package dev.hansom.check;

import java.util.Locale;

/// How much a finding matters, the worst first.
public enum Severity {
    /// Nothing built on these data can be trusted; `check` ends with exit code 3.
    ERROR,
    /// Somebody should look before a model is trained.
    WARNING,
    /// Worth knowing; most often right as it is.
    NOTE;

    /// The word in texts.
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}

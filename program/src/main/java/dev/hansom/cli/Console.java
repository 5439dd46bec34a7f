package dev.hansom.cli;

import java.io.PrintStream;

/// Where a command speaks: answers to `out`, what goes on meanwhile to `err`; `watched` when a person looks at `err`.
public record Console(PrintStream out, PrintStream err, boolean watched) {
    void line(String text) {
        out.println(text);
    }

    void blank() {
        out.println();
    }

    void note(String text) {
        err.println(text);
    }
}

package dev.hansom.cli;

import dev.hansom.Hansom;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The command line as a test uses it: it types lines and reads what was said.
public final class Terminal {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Hansom program;

    public Terminal() {
        this(Hansom.here(Main.class));
    }

    /// One of a program on another machine than this.
    Terminal(Hansom program) {
        this.program = program;
    }

    /// Runs a command and returns its exit code; what was said before is forgotten.
    public int run(String... arguments) {
        out.reset();
        err.reset();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int code = new Cli(program, console).run(List.of(arguments));
        System.out.print(out.toString(StandardCharsets.UTF_8));
        System.out.print(err.toString(StandardCharsets.UTF_8));
        return code;
    }

    /// What the last command answered.
    public String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /// What it complained of.
    public String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }
}

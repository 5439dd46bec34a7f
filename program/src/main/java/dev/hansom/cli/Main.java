package dev.hansom.cli;

import dev.hansom.Hansom;
import java.util.List;
import java.util.Optional;

/// The entry of the program.
public final class Main {
    private Main() {}

    /// Runs one command and exits with its code.
    static void main(String[] arguments) {
        boolean watched = Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
        Console console = new Console(System.out, System.err, watched);
        int code;
        try (Interruption interruption = Interruption.ofThisProcess()) {
            code = new Cli(Hansom.here(Main.class), console, interruption).run(List.of(arguments));
        }
        System.exit(code);
    }
}

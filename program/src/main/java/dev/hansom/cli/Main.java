package dev.hansom.cli;

/// The entry of the program.
public final class Main {
    private Main() {}

    /// Starts the program.
    static void main(String[] arguments) {
        System.out.println("hansom " + String.join(" ", arguments));
    }
}

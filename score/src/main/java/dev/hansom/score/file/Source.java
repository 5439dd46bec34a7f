package dev.hansom.score.file;

import java.util.function.Consumer;

/// A document of nested objects and lists, read once from front to end: the reader asks for what it expects
/// next.
///
/// Errors: what is not there as asked is a [ModelFormatException] with the place.
/// Threads: for one thread.
sealed interface Source permits JsonSource, UbjsonSource {
    /// An object: `member` gets each name, and reads or skips its value.
    void object(Consumer<String> member);

    /// A list: `item` reads or skips each item.
    void list(Runnable item);

    /// A text; a number is given as it is written.
    String text();

    /// A list of numbers.
    float[] floats();

    /// A list of numbers in float64.
    double[] doubles();

    /// A list of whole numbers; true is 1.
    int[] integers();

    /// Whatever comes.
    void skip();
}

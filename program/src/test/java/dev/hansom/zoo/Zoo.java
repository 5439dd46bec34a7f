package dev.hansom.zoo;

import java.util.List;
import java.util.stream.Stream;

/// Tables such as other people have, made from seeds: with and without time, of numbers and of classes, clean and not.
public final class Zoo {
    private Zoo() {}

    /// All that are small enough for every build.
    public static List<Animal> all() {
        return Stream.of(Numbers.all(), Classes.all(), Times.all(), Oddities.all())
                .flatMap(List::stream)
                .toList();
    }

    /// The one of that name.
    public static Animal named(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}

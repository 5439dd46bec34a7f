package dev.hansom.report;

import java.util.ArrayList;
import java.util.List;

/// Names and what they are.
public record FactList(List<Fact> facts) implements Piece {
    /// One of them; `code` is text to be read letter by letter.
    public record Fact(String name, String value, boolean code) {}

    public FactList {
        facts = List.copyOf(facts);
    }

    static FactList none() {
        return new FactList(List.of());
    }

    FactList and(String name, String value) {
        return and(new Fact(name, value, false));
    }

    FactList code(String name, String value) {
        return and(new Fact(name, value, true));
    }

    private FactList and(Fact fact) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(fact);
        return new FactList(more);
    }
}

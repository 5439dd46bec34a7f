package dev.hansom.report.plot;

import java.util.Locale;

/// What a mark stands for, which decides its colour, dash and shape on every page.
public enum Look {
    /// Nothing in particular.
    PLAIN,
    /// Of less weight.
    FAINT,
    /// The constant answer: grey, dotted.
    CONSTANT,
    /// The rule: one colour, dashed, squares.
    RULE,
    /// The model: another colour, a full line, discs.
    MODEL,
    /// Good.
    GREEN,
    /// Worth a look.
    AMBER,
    /// Bad.
    RED;

    /// The class in style sheets, for example `model`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The look of a scorer of that name (`constant`, `rule`, `model`); plain for any other.
    public static Look of(String scorer) {
        return switch (scorer) {
            case "constant" -> CONSTANT;
            case "rule" -> RULE;
            case "model" -> MODEL;
            default -> PLAIN;
        };
    }
}

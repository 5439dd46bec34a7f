package dev.hansom.check;

import dev.hansom.project.Checks;
import dev.hansom.project.Checks.Bounds;
import dev.hansom.project.Checks.FieldCheck;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Checks as the lines of a project file that say them.
public final class ChecksText {
    private ChecksText() {}

    /// The section `checks:` with a comment that says what it was `frozen` from.
    public static List<String> of(Checks checks, String frozen) {
        List<String> lines = new ArrayList<>();
        lines.add("# What every period of data is held against by hansom check, frozen from " + frozen + ".");
        lines.add(String.format(
                Locale.ROOT,
                "# Shares are the upper bound (Clopper-Pearson, %s %% sure) of what was seen, and a fifth more; ranges are half",
                plain(Freezing.CONFIDENCE * 100)));
        lines.add("# as wide again on each side as what was seen. Change what is meant otherwise: docs/checks.md.");
        lines.add("checks:");
        if (checks.rows().isStated()) {
            lines.add("  rows: {" + String.join(", ", bounds("min", "max", checks.rows())) + "}");
        }
        checks.duplicatesAtMost().ifPresent(share -> lines.add("  duplicates_at_most: " + plain(share)));
        checks.gapAtMost().ifPresent(gap -> lines.add("  gap_at_most: " + gap.toHours() + "h"));
        checks.freshness().ifPresent(age -> lines.add("  freshness: " + age.toDays() + "d"));
        lines.add("  fields:");
        checks.fields().forEach((name, check) -> lines.add("    " + name + ": {" + field(check) + "}"));
        return lines;
    }

    private static String field(FieldCheck check) {
        List<String> items = new ArrayList<>(bounds("min", "max", check.values()));
        if (!check.levels().isEmpty()) {
            items.add("levels: "
                    + check.levels().stream().map(ChecksText::level).collect(Collectors.joining(", ", "[", "]")));
        }
        if (check.outsideAtMost() > 0) {
            items.add("outside_at_most: " + plain(check.outsideAtMost()));
        }
        items.addAll(bounds("median_min", "median_max", check.median()));
        check.missingAtMost().ifPresent(share -> items.add("missing_at_most: " + plain(share)));
        return String.join(", ", items);
    }

    private static List<String> bounds(String least, String most, Bounds bounds) {
        List<String> items = new ArrayList<>();
        if (!Double.isInfinite(bounds.min())) {
            items.add(least + ": " + plain(bounds.min()));
        }
        if (!Double.isInfinite(bounds.max())) {
            items.add(most + ": " + plain(bounds.max()));
        }
        return items;
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /// A level as YAML reads it back: words and whole numbers as they are, anything else in double quotes.
    private static String level(String level) {
        if (level.matches("-?[0-9]{1,18}")) {
            return level;
        }
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < level.length(); i++) {
            char at = level.charAt(i);
            if (at == '"' || at == '\\') {
                text.append('\\').append(at);
            } else if (at < ' '
                    || at == 0x7F
                    || (at >= 0x80 && at < 0xA0)
                    || at == 0x2028
                    || at == 0x2029
                    || at == 0xFEFF) {
                text.append(String.format(Locale.ROOT, "\\u%04X", (int) at));
            } else {
                text.append(at);
            }
        }
        return text.append('"').toString();
    }
}

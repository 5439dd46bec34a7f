package dev.hansom.check;

import dev.hansom.data.Window;
import java.util.List;
import java.util.Locale;

/// Figures and lists as findings write them.
final class Say {
    private Say() {}

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// So many of a thing: `1 row`, `1,200 rows`.
    static String count(long count, String one) {
        return count(count) + " " + one + (count == 1 ? "" : "s");
    }

    static String share(double share) {
        double percent = share * 100;
        if (percent > 0 && percent < 0.01) {
            return "under 0.01 %";
        }
        String pattern = percent != 0 && percent < 1 ? "%.2f %%" : "%.1f %%";
        return String.format(Locale.ROOT, pattern, percent);
    }

    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.valueOf((long) value);
        }
        return Math.abs(value) >= 1e-3 && Math.abs(value) < 1e7
                ? trimmed(String.format(Locale.ROOT, "%.4f", value))
                : String.format(Locale.ROOT, "%.4g", value);
    }

    static String time(long micros) {
        return Window.time(micros).withNano(0).toString().replace('T', ' ');
    }

    /// `a`, `a and b`, `a, b and c`; a long list is cut.
    static String list(List<String> items) {
        int most = 6;
        if (items.size() > most) {
            return String.join(", ", items.subList(0, most)) + " and " + (items.size() - most) + " more";
        }
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    /// A name or a level from a file on one line, and not too long.
    static String name(String name) {
        String line = name.replaceAll("\\p{Cntrl}", " ");
        return line.length() > 40 ? line.substring(0, 39) + "…" : line;
    }

    private static String trimmed(String number) {
        return number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
    }
}

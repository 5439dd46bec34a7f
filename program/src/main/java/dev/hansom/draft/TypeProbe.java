package dev.hansom.draft;

import dev.hansom.base.Progress;
import dev.hansom.data.FileShape;
import dev.hansom.data.RowReader;
import dev.hansom.data.Selected;
import dev.hansom.data.Wanted;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// Which type the texts of a column read as: each is tried by the very casts that a project reads with.
///
/// A number needs every value (a code such as `007` is none), a time nearly every one; anything else is text.
/// Digits are a time only where the name of the column says so.
final class TypeProbe {
    private static final int ROWS = 20_000;
    private static final int TOGETHER = 200;
    private static final double NEARLY = 0.99;
    private static final List<Type> NUMBERS = List.of(Type.INT64, Type.DOUBLE, Type.BOOLEAN);
    private static final List<Type> TIMES = List.of(Type.TIMESTAMP);
    /// A time of day with an offset from UTC, or what counts from 1970 in UTC.
    private static final Pattern MOMENT =
            Pattern.compile(".*\\d:\\d.*(Z|[+-]\\d\\d(:?\\d\\d)?)|\\d{10}(\\.\\d+)?|\\d{13}|\\d{16}|\\d{19}");
    private static final int LONGEST_TIME = 40;

    private final RowReader reader;
    private final Set<String> moments = new HashSet<>();

    TypeProbe(RowReader reader) {
        this.reader = reader;
    }

    /// What was seen of a column.
    private static final class Seen {
        private long texts;
        private long codes;
        private long digits;
        private long moments;
        private final long[] read = new long[NUMBERS.size()];
    }

    /// Whether most of the times in a column, as far as was looked, are moments: they need no zone to be guessed.
    boolean hasMoments(String column) {
        return moments.contains(column);
    }

    /// Enough rows were seen.
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough", null, false, false);
        }
    }

    /// The types of text columns, judged by the first rows of `shapes`.
    Map<String, Type> types(List<FileShape> shapes, List<String> columns) {
        Map<String, Type> types = new HashMap<>();
        seen(shapes, columns, NUMBERS).forEach((column, seen) -> types.put(column, type(seen)));
        List<String> perhaps = columns.stream()
                .filter(column -> types.get(column) == Type.STRING
                        || (types.get(column) != Type.BOOLEAN && OtherTimes.isNamed(column)))
                .toList();
        types.putAll(times(shapes, perhaps));
        return types;
    }

    /// Those of `columns` of which nearly every value reads as a time.
    Map<String, Type> times(List<FileShape> shapes, List<String> columns) {
        Map<String, Type> times = new HashMap<>();
        seen(shapes, columns, TIMES).forEach((column, seen) -> {
            boolean digits = seen.digits == seen.texts;
            boolean nearly = seen.texts > 0 && seen.read[0] >= NEARLY * seen.texts;
            if (nearly && seen.codes == 0 && (!digits || OtherTimes.isNamed(column))) {
                times.put(column, Type.TIMESTAMP);
                if (2 * seen.moments > seen.texts) {
                    moments.add(column);
                }
            }
        });
        return times;
    }

    private Map<String, Seen> seen(List<FileShape> shapes, List<String> columns, List<Type> tried) {
        Map<String, Seen> all = new HashMap<>();
        for (int from = 0; from < columns.size(); from += TOGETHER) {
            List<String> some = columns.subList(from, Math.min(columns.size(), from + TOGETHER));
            some.forEach(column -> all.put(column, new Seen()));
            shapes.forEach(shape -> look(shape, some, tried, all));
        }
        return all;
    }

    private void look(FileShape shape, List<String> columns, List<Type> tried, Map<String, Seen> seen) {
        List<Selected> wanted = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            wanted.add(read(shape, new Wanted("s" + i, columns.get(i), Type.STRING)));
            for (Type type : tried) {
                wanted.add(read(shape, new Wanted(type.text() + i, columns.get(i), type)));
            }
        }
        try {
            reader.read(shape, wanted, (_, _) -> {}, Progress.NONE, chunk -> {
                count(chunk.rows(), columns, tried.size(), seen);
                if (chunk.first() + chunk.rows().size() >= ROWS) {
                    throw new Enough();
                }
            });
        } catch (Enough e) {
            // The rest is not needed.
        }
    }

    /// Nobody asks here what is lost, and asking is half of the work.
    private static Selected read(FileShape shape, Wanted wanted) {
        return new Selected(wanted, shape.declared(wanted, ZoneOffset.UTC).value(), "");
    }

    private static void count(Columns rows, List<String> columns, int many, Map<String, Seen> seen) {
        int width = many + 1;
        for (int i = 0; i < columns.size(); i++) {
            Seen one = of(seen, columns.get(i));
            for (int row = 0; row < rows.size(); row++) {
                String text = rows.text(i * width, row);
                if (text == null || text.isBlank()) {
                    continue;
                }
                one.texts++;
                one.codes += isCode(text) ? 1 : 0;
                one.digits += text.chars().allMatch(c -> Character.isDigit(c) || c == '.') ? 1 : 0;
                one.moments +=
                        text.length() < LONGEST_TIME && MOMENT.matcher(text).matches() ? 1 : 0;
                for (int tried = 0; tried < many; tried++) {
                    one.read[tried] += rows.isNull(i * width + 1 + tried, row) ? 0 : 1;
                }
            }
        }
    }

    private static Seen of(Map<String, Seen> seen, String column) {
        return Objects.requireNonNull(seen.get(column), column);
    }

    /// A zero before digits, as in `007`, says something that a number does not.
    private static boolean isCode(String text) {
        return text.length() > 1 && text.charAt(0) == '0' && text.chars().allMatch(Character::isDigit);
    }

    private static Type type(Seen seen) {
        if (seen.texts == 0) {
            return Type.STRING;
        }
        if (seen.codes == 0) {
            if (seen.read[0] == seen.texts) {
                return Type.INT64;
            }
            if (seen.read[1] >= NEARLY * seen.texts) {
                return Type.DOUBLE;
            }
            if (seen.read[2] == seen.texts) {
                return Type.BOOLEAN;
            }
        }
        return Type.STRING;
    }
}

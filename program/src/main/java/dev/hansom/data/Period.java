package dev.hansom.data;

import java.util.List;
import java.util.regex.Pattern;

/// A stretch of the order of rows, such as a calendar month, and the files that hold rows of it.
///
/// `reach` are the rows that it accounts for: those in `window`, and those that belong to no period and are dropped and
/// counted here. It is where the files of a period are its own everything, and nothing but the window otherwise, save
/// that the first period reaches back and the last one forth without end.
public record Period(String name, Window window, Window reach, List<FileShape> files) {
    private static final Pattern CALENDAR = Pattern.compile("\\d{4}(-W?\\d{2}(-\\d{2})?)?");
    private static final int YEAR = 4;

    public Period {
        files = List.copyOf(files);
    }

    /// Whether it accounts for a row of `at`; a row without a time ([dev.hansom.score.Columns#NULL]) is of the
    /// earliest.
    boolean reaches(long at) {
        return reach.contains(at);
    }

    /// Whether `name`, of a period or of a range of them as [#name(List)] makes it, means `which` or a part of it:
    /// `2020-W53..2021-W02` means `2021-W01`, and `2021-01` means `2021`.
    public static boolean covers(String name, String which) {
        int dots = name.indexOf("..");
        if (name.startsWith(which) || dots < 0 || !CALENDAR.matcher(which).matches()) {
            return name.startsWith(which);
        }
        String first = name.substring(0, dots);
        String last = name.substring(dots + 2);
        boolean alike = which.length() == YEAR || which.contains("W") == first.contains("W");
        return alike && first.compareTo(which) <= 0 && (which.compareTo(last) <= 0 || which.startsWith(last));
    }

    /// The name of the first of `which`, with that of the last one where there are several.
    public static String name(List<Period> which) {
        String first = which.getFirst().name();
        String last = which.getLast().name();
        return first.equals(last) ? first : first + ".." + last;
    }
}

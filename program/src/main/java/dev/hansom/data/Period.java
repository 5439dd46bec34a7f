package dev.hansom.data;

import java.util.List;

/// A stretch of the order of rows, such as a calendar month, and the files that hold rows of it.
///
/// `reach` are the rows that it accounts for: those in `window`, and those that belong to no period and are dropped and
/// counted here. It is where the files of a period are its own everything, and nothing but the window otherwise, save
/// that the first period reaches back and the last one forth without end.
public record Period(String name, Window window, Window reach, List<FileShape> files) {
    public Period {
        files = List.copyOf(files);
    }

    /// Whether it accounts for a row of `at`; a row without a time ([dev.hansom.score.Columns#NULL]) is of the
    /// earliest.
    boolean reaches(long at) {
        return reach.contains(at);
    }

    /// The name of the first of `which`, with that of the last one where there are several.
    public static String name(List<Period> which) {
        String first = which.getFirst().name();
        String last = which.getLast().name();
        return first.equals(last) ? first : first + ".." + last;
    }
}

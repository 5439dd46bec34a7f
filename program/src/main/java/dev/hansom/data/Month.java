package dev.hansom.data;

import java.time.YearMonth;
import java.util.List;

/// A calendar month and the files most of whose rows lie in it.
public record Month(YearMonth period, List<FileShape> files) {
    public Month {
        files = List.copyOf(files);
    }
}

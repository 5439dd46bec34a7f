package dev.hansom.data;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How some files of rows are written, for a person (the format, and what was detected of CSV), and how many they are.
public record FileStyle(String text, int files) {
    /// The styles of `shapes`, each once, in the order in which they are met; a file counts once.
    public static List<FileStyle> of(Collection<FileShape> shapes) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Set<Object> seen = new LinkedHashSet<>();
        for (FileShape shape : shapes) {
            if (seen.add(shape.file().path())) {
                counts.merge(shape.written(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new FileStyle(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// The styles of the files of `periods`.
    public static List<FileStyle> of(Periods periods) {
        return of(periods.all().stream()
                .flatMap(period -> period.files().stream())
                .toList());
    }

    /// With its number of files: `2 files: Parquet`.
    public String counted() {
        return files + (files == 1 ? " file: " : " files: ") + text;
    }
}

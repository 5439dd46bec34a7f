package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.project.DataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// The files that a data source means: its names and globs resolved against its folder.
public final class DataFiles {
    private static final String GLOB = "*?[{";

    private DataFiles() {}

    /// The files, each once, sorted by path. Errors: `FILE_UNUSABLE` for every name or glob that fits no file.
    public static List<DataFile> of(DataSource source) {
        SortedSet<DataFile> files = new TreeSet<>();
        List<Problem> problems = new ArrayList<>();
        for (String pattern : source.files()) {
            List<Path> found = match(source.folder(), pattern);
            if (found.isEmpty()) {
                problems.add(nothing(source.folder(), pattern));
            }
            for (Path path : found) {
                if (DataFile.fits(path)) {
                    files.add(new DataFile(path));
                } else {
                    problems.add(Problem.of(ErrorCode.FILE_UNUSABLE, path.toString(), "not a file of rows")
                            .expected("a name that ends in .parquet or .csv"));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return List.copyOf(files);
    }

    private static List<Path> match(Path folder, String pattern) {
        Path literal = folder.resolve(pattern).toAbsolutePath().normalize();
        if (Files.isRegularFile(literal)) {
            return List.of(literal);
        }
        int glob = firstOf(pattern);
        if (glob < 0) {
            return List.of();
        }
        int slash = pattern.lastIndexOf('/', glob);
        Path start =
                folder.resolve(pattern.substring(0, slash + 1)).toAbsolutePath().normalize();
        return Files.isDirectory(start) ? walk(start, pattern.substring(slash + 1)) : List.of();
    }

    private static List<Path> walk(Path start, String glob) {
        int depth = glob.contains("**")
                ? Integer.MAX_VALUE
                : (int) glob.chars().filter(c -> c == '/').count() + 1;
        try (Stream<Path> paths = Files.walk(start, depth, FileVisitOption.FOLLOW_LINKS)) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            return paths.filter(path -> matcher.matches(start.relativize(path)))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException | UncheckedIOException | PatternSyntaxException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.FILE_UNUSABLE, start.resolve(glob).toString(), "its files cannot be listed")
                            .value(Engine.firstLine(e)),
                    e);
        }
    }

    private static Problem nothing(Path folder, String pattern) {
        return Problem.of(ErrorCode.FILE_UNUSABLE, folder.resolve(pattern).toString(), "no such file")
                .expected("a Parquet or CSV file, or a glob that fits some")
                .next("see data.files in the project file");
    }

    private static int firstOf(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if (GLOB.indexOf(pattern.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}

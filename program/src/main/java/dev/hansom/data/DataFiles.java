package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.project.DataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// The files that a data source means: its names, globs and parted folders resolved against its folder.
public final class DataFiles {
    private static final String GLOB = "*?[{";
    private static final Pattern PARTITION = Pattern.compile("([^=]+)=(.*)");

    private DataFiles() {}

    /// The files, each once, sorted by path. Errors: `FILE_UNUSABLE` for every name or glob that fits no file.
    public static List<DataFile> of(DataSource source) {
        return of(source, NamedBy.PROJECT);
    }

    /// The files of a source that somebody else than a project named. Errors: those of [#of(DataSource)].
    public static List<DataFile> of(DataSource source, NamedBy by) {
        SortedSet<DataFile> files = new TreeSet<>();
        List<Problem> problems = new ArrayList<>();
        for (String pattern : source.files()) {
            List<Path> found = match(source.folder(), pattern);
            if (found.isEmpty()) {
                problems.add(nothing(source.folder(), pattern, by));
            }
            for (Path path : found) {
                if (!Files.isRegularFile(path)) {
                    unusable(path, found, by).ifPresent(problems::add);
                } else if (Format.of(path).isPresent()) {
                    files.add(new DataFile(path, partitions(source.folder(), path), source.csv(), by));
                } else {
                    problems.add(Problem.of(ErrorCode.FILE_UNUSABLE, path.toString(), "not a file of rows")
                            .expected("a name that ends in one of: " + Format.known()));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return List.copyOf(files);
    }

    /// The columns that the folders above `path` carry, as Hive writes them: `year=2021/month=01`.
    static Map<String, String> partitions(Path folder, Path path) {
        Path base = folder.toAbsolutePath().normalize();
        Path within = path.startsWith(base) ? base.relativize(path) : path;
        Map<String, String> partitions = new LinkedHashMap<>();
        for (int i = 0; i < within.getNameCount() - 1; i++) {
            Matcher matcher = PARTITION.matcher(within.getName(i).toString());
            if (matcher.matches()) {
                partitions.put(decoded(matcher.group(1)), decoded(matcher.group(2)));
            }
        }
        return partitions;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static List<Path> match(Path folder, String pattern) {
        Path literal = folder.resolve(pattern).toAbsolutePath().normalize();
        if (Files.isRegularFile(literal)) {
            return List.of(literal);
        }
        if (Files.isDirectory(literal)) {
            return walk(literal, "**").stream()
                    .filter(path -> Files.isRegularFile(path)
                            && Format.of(path).isPresent()
                            && !partitions(literal, path).isEmpty())
                    .toList();
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
            return paths.filter(path -> matcher.matches(start.relativize(path))).toList();
        } catch (IOException | UncheckedIOException | PatternSyntaxException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.FILE_UNUSABLE, start.resolve(glob).toString(), "its files cannot be listed")
                            .value(Engine.firstLine(e)),
                    e);
        }
    }

    /// What is wrong with a path that a glob fits and that is no file: a folder is passed over unless it is called as
    /// a file of rows is and nothing in it was found.
    private static Optional<Problem> unusable(Path path, List<Path> found, NamedBy by) {
        if (Format.of(path).isEmpty()) {
            return Optional.empty();
        }
        if (!Files.isDirectory(path)) {
            return Optional.of(Problem.of(
                            ErrorCode.FILE_UNUSABLE,
                            path.toString(),
                            "no such file: a link to nothing, or no file at all")
                    .expected("a file of rows")
                    .next("mend the link, or " + by.without()));
        }
        boolean searched = found.stream().anyMatch(other -> !other.equals(path) && other.startsWith(path));
        return searched ? Optional.empty() : Optional.of(folder(path, path.toString(), by));
    }

    private static Problem folder(Path path, String pattern, NamedBy by) {
        return Problem.of(ErrorCode.FILE_UNUSABLE, path.toString(), "a folder, not a file")
                .expected("a file, a glob such as " + pattern.replaceFirst("/+$", "")
                        + "/*.parquet, or a folder parted as year=2021/month=01/…")
                .next(by.place());
    }

    private static Problem nothing(Path folder, String pattern, NamedBy by) {
        if (Files.isDirectory(folder.resolve(pattern))) {
            return folder(folder.resolve(pattern), pattern, by);
        }
        return Problem.of(ErrorCode.FILE_UNUSABLE, folder.resolve(pattern).toString(), "no such file")
                .expected("a Parquet, CSV or JSON lines file, or a glob that fits some")
                .next(by.place());
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

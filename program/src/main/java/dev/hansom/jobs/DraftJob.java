package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.FileProblem;
import dev.hansom.base.NewFiles;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.data.DataFile;
import dev.hansom.data.DataFiles;
import dev.hansom.data.Engine;
import dev.hansom.data.Format;
import dev.hansom.data.NamedBy;
import dev.hansom.data.RowReader;
import dev.hansom.draft.DraftPage;
import dev.hansom.draft.Drafter;
import dev.hansom.project.DataSource;
import dev.hansom.project.ProjectSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Makes a project folder for somebody's own files: it looks at their columns and writes a commented first project.
public final class DraftJob {
    private static final String FILE = "hansom.yaml";

    /// What is asked for. `data` are files, folders or globs from the current folder; `command` is how it was asked.
    public record Request(
            Path folder,
            List<String> data,
            Optional<String> target,
            Optional<String> time,
            Optional<String> name,
            String command) {}

    private final Desk desk;

    public DraftJob(Desk desk) {
        this.desk = desk;
    }

    /// Errors: FILE_UNUSABLE where the project is there already or no file fits; USAGE for a column that is not there;
    /// those of reading the files. Then nothing is written.
    public Outcome.Made run(Request request) {
        NewFiles.requireFree(request.folder(), List.of(FILE));
        List<String> patterns = request.data().stream().map(DraftJob::pattern).toList();
        List<DataFile> files = DataFiles.of(new DataSource(Path.of(""), patterns, ""), NamedBy.DATA_OPTION);
        Engine.Settings settings = new Engine.Settings(
                desk.machine().temporary(),
                desk.machine().dataMemory(),
                desk.machine().threads());
        try (Engine engine = Engine.open(settings)) {
            String target = request.target().orElseThrow(() -> unnamed(engine, files));
            DraftPage page = new Drafter(engine, desk.progress()).page(files, target, request.time());
            Map<String, String> texts = new LinkedHashMap<>();
            texts.put(
                    FILE,
                    page.text(
                            request.name().orElseGet(() -> name(request.folder(), files.getFirst())),
                            patterns.stream()
                                    .map(pattern -> seenFrom(request.folder(), pattern))
                                    .toList(),
                            request.command()));
            if (!Files.exists(request.folder().resolve(ProjectSchema.FILE))) {
                texts.put(ProjectSchema.FILE, ProjectSchema.text());
            }
            desk.progress().at(0);
            return new Outcome.Made(NewFiles.write(request.folder(), texts), page.notes());
        }
    }

    /// A folder means the files in it that are most alike; anything else is a file or a glob already.
    private static String pattern(String given) {
        Path folder = Path.of(given);
        if (!Files.isDirectory(folder)) {
            return given;
        }
        Map<String, Integer> ends = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> Format.of(file).isPresent()).forEach(file -> ends.merge(end(file), 1, Integer::sum));
        } catch (IOException e) {
            throw FileProblem.reading(folder, e);
        }
        return ends.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> given.replaceFirst("/+$", "") + "/*" + most.getKey())
                .orElse(given);
    }

    /// The end of a file's name by which its format is known, with the compression.
    private static String end(Path file) {
        String name = String.valueOf(file.getFileName());
        String plain = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return name.substring(plain.lastIndexOf('.'));
    }

    /// An absolute path as it is; another, which is said from the current folder, as the project's folder sees it.
    private static String seenFrom(Path folder, String pattern) {
        Path path = Path.of(pattern);
        return path.isAbsolute()
                ? pattern
                : folder.toAbsolutePath()
                        .normalize()
                        .relativize(path.toAbsolutePath().normalize())
                        .toString();
    }

    /// The folder's name, or that of the first file where the project is made in the current folder.
    private static String name(Path folder, DataFile first) {
        Path whole = folder.toAbsolutePath().normalize();
        boolean here = whole.equals(Path.of("").toAbsolutePath().normalize());
        String base = here || whole.getFileName() == null
                ? first.name().replaceFirst("\\..*$", "")
                : whole.getFileName().toString();
        String plain = base.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("[-_]*[0-9]{4}([-_]?[0-9]{2})*$", "");
        String word = plain.replaceAll("^[^A-Za-z]+|[-_]+$", "");
        return word.isEmpty() ? "project" : word.substring(0, Math.min(60, word.length()));
    }

    private static ProblemException unnamed(Engine engine, List<DataFile> files) {
        List<String> columns = List.copyOf(
                new RowReader(engine).look(files.getFirst()).columns().keySet());
        List<String> some = columns.subList(0, Math.min(40, columns.size()));
        return new ProblemException(Problem.of(ErrorCode.USAGE, "--target", "which column is to be predicted?")
                .expected("one of " + String.join(", ", some)
                        + (some.size() < columns.size() ? ", … (" + columns.size() + " columns)" : "")));
    }
}

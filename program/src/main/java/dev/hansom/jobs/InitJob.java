package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.FileProblem;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.data.Engine;
import dev.hansom.example.CityPlan;
import dev.hansom.example.SimulatedCity;
import dev.hansom.example.Templates;
import dev.hansom.example.World;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a project folder from a template, with the files of a simulated city where no data are named.
public final class InitJob {
    private static final String FILES = "green_tripdata_*.parquet";
    private static final String DATA = "data";

    /// What is asked for. `rows` 0 means the city's own number.
    public record Request(
            Path folder, String template, Optional<Path> data, World world, int rows, int months, long seed) {}

    private final Desk desk;

    public InitJob(Desk desk) {
        this.desk = desk;
    }

    /// Errors: FILE_UNUSABLE where a file of the project is there already, or the data folder is not.
    public Outcome.Made run(Request request) {
        request.data().ifPresent(InitJob::requireFolder);
        Templates.requireFree(request.template(), request.folder());
        if (request.data().isEmpty()) {
            requireFree(request.folder().resolve(DATA));
        }
        List<Path> written = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        String files;
        String source;
        if (request.data().isPresent()) {
            files = seenFrom(request.folder(), request.data().get())
                    .resolve(FILES)
                    .toString();
            source = "NYC TLC trip records (green), as published by the Taxi and Limousine Commission";
        } else {
            written.addAll(simulate(request));
            files = DATA + "/" + FILES;
            source = "simulated city, world " + request.world() + ", seed " + request.seed();
            notes.add("no data were named: three months of a simulated city were written (" + source
                    + "); use --data DIR for real ones");
        }
        written.addAll(Templates.copy(request.template(), request.folder(), Map.of("files", files, "source", source)));
        return new Outcome.Made(written, notes);
    }

    private List<Path> simulate(Request request) {
        CityPlan usual = CityPlan.USUAL.in(request.world());
        CityPlan plan = new CityPlan(
                usual.world(),
                usual.first(),
                request.months() > 0 ? request.months() : usual.months(),
                request.rows() > 0 ? request.rows() : usual.rowsAMonth(),
                request.seed());
        Engine.Settings settings = new Engine.Settings(
                desk.machine().temporary(),
                desk.machine().dataMemory(),
                desk.machine().threads());
        Path folder = request.folder().resolve(DATA);
        boolean done = false;
        try (Engine engine = Engine.open(settings)) {
            List<Path> files = new SimulatedCity(plan).write(folder, engine, desk.progress());
            done = true;
            return files;
        } finally {
            if (!done) {
                remove(folder);
                removeIfEmpty(request.folder());
            }
        }
    }

    /// A city stopped in the middle leaves no months behind; there were none before.
    private static void remove(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FILES)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw FileProblem.writing(folder, e);
        }
        removeIfEmpty(folder);
    }

    private static void removeIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Something of the person's own is in it.
        }
    }

    /// Simulated months never take the place of somebody's own.
    private static void requireFree(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FILES)) {
            if (files.iterator().hasNext()) {
                throw new ProblemException(
                        Problem.of(ErrorCode.FILE_UNUSABLE, folder.toString(), "there are monthly files already")
                                .next("use them with --data " + folder + ", or choose another folder"));
            }
        } catch (IOException e) {
            throw FileProblem.reading(folder, e);
        }
    }

    /// An absolute path as it is; another, which is said from the current folder, as the project's folder sees it.
    private static Path seenFrom(Path folder, Path data) {
        return data.isAbsolute()
                ? data
                : folder.toAbsolutePath()
                        .normalize()
                        .relativize(data.toAbsolutePath().normalize());
    }

    private static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ProblemException(Problem.of(ErrorCode.FILE_UNUSABLE, folder.toString(), "no such folder")
                    .expected("a folder of monthly files such as green_tripdata_2021-01.parquet"));
        }
    }
}

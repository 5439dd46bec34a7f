package dev.hansom.serve;

import dev.hansom.base.FileProblem;
import dev.hansom.base.Json;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.store.FolderEventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads the logs of a project back: predictions with the newest truth of each, by when it came.
///
/// May read while a server writes. Errors: `FILE_UNUSABLE` for a segment that cannot be read; a line that is torn or no
/// JSON object with an id is counted and left out.
/// Threads: for one thread.
public final class PredictionLogReader {
    private final Path folder;
    private final Map<String, Truth> truths = new HashMap<>();
    private long repeated;
    private long broken;
    private long lost;

    /// Reads `folder`, the logs of one project.
    public PredictionLogReader(Path folder) {
        this.folder = folder;
    }

    /// All predictions with the fields of `schema` (missing where a line lacks one), ordered by `at`.
    public Traffic read(Schema schema) {
        truths.clear();
        repeated = 0;
        broken = 0;
        lost = 0;
        lines(Truths.KIND, this::truth);
        Columns fields = new Columns(schema, 1024);
        Columns said = new Columns(Traffic.SAID, 1024);
        LoggedRow row = new LoggedRow(fields, said);
        lines(PredictionLog.KIND, line -> {
            if (line.members().containsKey("id")) {
                row.append(line);
            } else {
                lost += line.asWhole(EventQueue.LOST);
            }
        });
        long matched = join(said);
        int[] order = order(said);
        return new Traffic(
                fields.select(order),
                said.select(order),
                new Traffic.Counts(repeated, truths.size() - matched, broken, lost));
    }

    private void truth(Json line) {
        Truth truth = new Truth(
                line.asText("id"), line.asReal("value"), line.asWhole("observed_at"), line.asWhole("received_at"));
        Truth other = truths.get(truth.id());
        if (other != null) {
            repeated++;
        }
        if (other == null || truth.receivedAt() >= other.receivedAt()) {
            truths.put(truth.id(), truth);
        }
    }

    private long join(Columns said) {
        long matched = 0;
        for (int row = 0; row < said.size(); row++) {
            @Nullable Truth truth = truths.get(said.text(Traffic.ID, row));
            if (truth != null) {
                said.set(Traffic.TRUTH, row, truth.value());
                said.set(Traffic.OBSERVED_AT, row, truth.observedAt());
                said.set(Traffic.RECEIVED_AT, row, truth.receivedAt());
                matched++;
            }
        }
        return matched;
    }

    /// By `at`, rows without one first; as written among equals.
    private static int[] order(Columns said) {
        return IntStream.range(0, said.size())
                .boxed()
                .sorted(Comparator.comparingLong(row -> said.integer(Traffic.AT, row)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void lines(String kind, Consumer<Json> to) {
        try {
            for (Path segment : FolderEventLog.segments(folder, kind)) {
                lines(Files.readAllBytes(segment), to);
            }
        } catch (IOException e) {
            throw FileProblem.reading(folder, e);
        }
    }

    private void lines(byte[] bytes, Consumer<Json> to) {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                line(Arrays.copyOfRange(bytes, start, i), to);
                start = i + 1;
            }
        }
        if (start < bytes.length) {
            broken++;
        }
    }

    private void line(byte[] line, Consumer<Json> to) {
        try {
            to.accept(Json.parse(line));
        } catch (ProblemException e) {
            broken++;
        }
    }
}

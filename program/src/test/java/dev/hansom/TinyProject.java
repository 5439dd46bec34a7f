package dev.hansom;

import dev.hansom.data.Engine;
import dev.hansom.data.ParquetWriter;
import dev.hansom.data.Window;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// A project that is small enough to go through every verb in a moment: a ride an hour for three months, whose minutes
/// follow from its zone and its hour.
public record TinyProject(Path folder) {
    /// What its files hold.
    public static final Schema STORED = new Schema(List.of(
            new Schema.Column("pickup", Type.TIMESTAMP),
            new Schema.Column("zone", Type.INT64),
            new Schema.Column("miles", Type.DOUBLE),
            new Schema.Column("dropoff", Type.TIMESTAMP)));

    private static final long MINUTE = 60_000_000;
    private static final String TEXT = """
            name: rides
            question: How long will this ride take?
            owner: me
            target: {name: minutes, expression: (epoch(dropoff) - epoch(pickup)) / 60, unit: minutes, known_at: dropoff}
            moments: [request, dropoff]
            prediction: request
            time: pickup
            time_zone: America/New_York
            label_delay: 2h
            keep: zone IS NOT NULL
            keep_labelled: minutes BETWEEN 1 AND 60
            decide: {metric: mae, margin: 0.2, reason: it pays}
            data: {files: ["data/*.parquet"], source: made up, validate: 1, live: 1}
            fields:
              pickup: {type: timestamp, known: request}
              zone: {type: int64, known: request}
              miles: {type: double, known: dropoff}
              dropoff: {type: timestamp, known: dropoff}
            lookups:
              zone_minutes: {mean: minutes, by: [zone], shrink: 10}
            rule: {expression: zone_minutes, reason: what it took before}
            features:
              usual: zone_minutes
              hour: hour(pickup)
              late: CASE WHEN hour(pickup) >= 12 THEN 1 ELSE 0 END
            learner: {kind: ridge}
            watch: {window: P7D, coverage: 0.5}
            """;

    /// Makes it in `folder`: the file and three months of data.
    public static TinyProject make(Path folder) {
        TinyProject project = new TinyProject(folder);
        write(project.file(), TEXT);
        for (int month = 1; month <= 3; month++) {
            project.month(month, rides(YearMonth.of(2024, month)));
        }
        return project;
    }

    /// A copy of everything in `into`.
    public TinyProject copy(Path into) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Path place = into.resolve(folder.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(place);
                } else {
                    Files.copy(path, place);
                }
            }
            return new TinyProject(into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The project file.
    public Path file() {
        return folder.resolve("hansom.yaml");
    }

    /// The file of a month of 2024.
    public Path month(int month) {
        return folder.resolve("data/rides_2024-0" + month + ".parquet");
    }

    /// Writes a month anew.
    public void month(int month, Columns rows) {
        try (Engine engine = Engine.open(Engine.Settings.in(folder))) {
            new ParquetWriter(engine).write(month(month), rows);
        }
    }

    /// Changes the project file. It must hold what is replaced.
    public TinyProject with(String old, String fresh) {
        try {
            String text = Files.readString(file());
            if (!text.contains(old)) {
                throw new IllegalArgumentException("the project file has no " + old);
            }
            write(file(), text.replace(old, fresh));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A ride an hour, all month, as stored.
    public static Columns rides(YearMonth month) {
        Random random = new Random(month.getMonthValue());
        Columns rows = new Columns(STORED, 750);
        LocalDateTime at = month.atDay(1).atStartOfDay();
        for (; at.getMonthValue() == month.getMonthValue(); at = at.plusHours(1)) {
            int row = rows.append();
            long zone = 1 + random.nextInt(5);
            double minutes = 5 + 3 * zone + (at.getHour() >= 12 ? 4 : 0) + 2 * random.nextGaussian();
            rows.set(0, row, Window.micros(at));
            rows.set(1, row, zone);
            rows.set(2, row, zone + 0.1 * random.nextInt(10));
            rows.set(3, row, Window.micros(at) + Math.round(Math.max(2, minutes) * MINUTE));
        }
        return rows;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

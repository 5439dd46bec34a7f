package dev.hansom.bench;

import dev.hansom.base.Progress;
import dev.hansom.data.DataFile;
import dev.hansom.data.Engine;
import dev.hansom.data.FileShape;
import dev.hansom.data.Fingerprint;
import dev.hansom.data.RowReader;
import dev.hansom.data.RowWriter;
import dev.hansom.data.Wanted;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Scope;
import dev.hansom.score.feature.BoundLookup;
import dev.hansom.score.feature.Encoder;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Lookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// `bench/run rows [--short]`: DuckDB alone, reading, reading with a fingerprint, and encoding (five expressions, three
/// lookups, ten columns), one after the other in turns over the same file, as medians and ratios; and the memory in use
/// afterwards.
final class ReadRows {
    static final Schema TRIPS = new Schema(List.of(
            new Schema.Column("pickup", Type.TIMESTAMP),
            new Schema.Column("dropoff", Type.TIMESTAMP),
            new Schema.Column("trip_distance", Type.DOUBLE),
            new Schema.Column("pu", Type.INT64),
            new Schema.Column("do", Type.INT64),
            new Schema.Column("passengers", Type.DOUBLE),
            new Schema.Column("fare", Type.DOUBLE),
            new Schema.Column("tip", Type.DOUBLE),
            new Schema.Column("vendor", Type.INT64),
            new Schema.Column("flag", Type.STRING)));
    private static final int CHUNK = 100_000;
    private static final long MONTH = 31L * 86_400_000_000L;
    private static final long FIRST = 1_609_459_200_000_000L;

    private ReadRows() {}

    static void run(boolean brief) throws IOException {
        int rows = brief ? 1_000_000 : 10_000_000;
        Path folder = Files.createTempDirectory("hansom-bench");
        Path file = folder.resolve("trips.parquet");
        try (Engine engine = Engine.open(Engine.Settings.in(folder.resolve("spill")));
                DuckdbAlone base = new DuckdbAlone(TRIPS)) {
            write(engine, file, rows);
            RowReader reader = new RowReader(engine);
            FileShape shape = reader.look(new DataFile(file));
            Encoder encoder = encoder();
            Fingerprint[] fingerprint = {Fingerprint.NONE};
            float[][] matrix = {new float[0]};
            double[] sum = {0};
            List<Work> works = List.of(
                    new Work("DuckDB, a sum of each column", () -> sum[0] += base.sums(file)),
                    new Work("DuckDB, chunks fetched", () -> sum[0] += base.chunks(file)),
                    read("read", reader, shape, chunk -> sum[0] += chunk.number(2, 0)),
                    read(
                            "read + fingerprint",
                            reader,
                            shape,
                            chunk -> fingerprint[0] = fingerprint[0].plus(Fingerprint.of(chunk, TRIPS.size()))),
                    read("read + encode", reader, shape, chunk -> {
                        if (matrix[0].length < chunk.size() * 10) {
                            matrix[0] = new float[chunk.size() * 10];
                        }
                        encoder.encode(chunk, 0, chunk.size(), matrix[0], 0);
                        sum[0] += matrix[0][0];
                    }));
            print(works, timed(works), rows);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// Seconds of each work in five turns, after one to warm up.
    private static double[][] timed(List<Work> works) {
        int times = 5;
        double[][] seconds = new double[works.size()][times];
        for (int time = -1; time < times; time++) {
            for (int i = 0; i < works.size(); i++) {
                long start = System.nanoTime();
                works.get(i).work().run();
                if (time >= 0) {
                    seconds[i][time] = (System.nanoTime() - start) / 1e9;
                }
            }
        }
        return seconds;
    }

    private record Work(String name, Runnable work) {}

    private static Work read(String name, RowReader reader, FileShape shape, Consumer<Columns> work) {
        return new Work(
                name,
                () -> reader.read(shape, wanted(), ZoneOffset.UTC, Progress.NONE, chunk -> work.accept(chunk.rows())));
    }

    private static void print(List<Work> works, double[][] seconds, int rows) {
        System.out.printf(Locale.ROOT, "%,d rows x %d columns%n", rows, TRIPS.size());
        System.out.printf(
                Locale.ROOT,
                "%-30s %10s %10s %10s %10s %8s%n",
                "",
                "seconds",
                "ns a row",
                "of sums",
                "of chunks",
                "of read");
        for (int i = 0; i < works.size(); i++) {
            double median = median(seconds[i]);
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %10.2f %10.0f %10.2f %10.2f %8.2f%n",
                    works.get(i).name(),
                    median,
                    median / rows * 1e9,
                    median / median(seconds[0]),
                    median / median(seconds[1]),
                    median / median(seconds[2]));
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT, "heap in use afterwards: %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static List<Wanted> wanted() {
        return TRIPS.columns().stream()
                .map(column -> new Wanted(column.name(), column.name(), column.type()))
                .toList();
    }

    private static Encoder encoder() {
        Scope scope = Scope.of(TRIPS);
        for (Lookup lookup : List.of(
                lookup("pair_minutes", List.of("pu", "do"), 265),
                lookup("pu_minutes", List.of("pu"), 265),
                lookup("hour_factor", List.of("dayofweek(pickup) * 24 + hour(pickup)"), 168))) {
            scope = scope.with(lookup.name(), new BoundLookup(lookup, scope));
        }
        List<Feature> features = new ArrayList<>();
        for (String text : Taxi.EXPRESSIONS) {
            features.add(new Feature("e" + features.size(), text));
        }
        for (String text : List.of("pair_minutes", "pu_minutes", "hour_factor", "passengers", "fare")) {
            features.add(new Feature("f" + features.size(), text));
        }
        return new Encoder(scope, features);
    }

    /// A made-up lookup with a cell for every key, or for one pair in seven.
    private static Lookup lookup(String name, List<String> keys, int levels) {
        List<Lookup.Cell> cells = new ArrayList<>();
        for (long first = 0; first < levels; first++) {
            if (keys.size() == 1) {
                cells.add(new Lookup.Cell(List.of(first), 50, first * 0.1));
            }
            for (long second = first % 7; second < levels && keys.size() == 2; second += 7) {
                cells.add(new Lookup.Cell(List.of(first, second), 5, first * 0.1 + second));
            }
        }
        return new Lookup(name, "mean", 10, List.of(new Lookup.Level(keys, cells)), 12);
    }

    static void write(Engine engine, Path file, int count) {
        SplittableRandom random = new SplittableRandom(5);
        try (RowWriter writer = RowWriter.open(engine, file, TRIPS)) {
            for (int done = 0; done < count; done += CHUNK) {
                writer.write(trips(random));
            }
            writer.finish();
        }
    }

    private static Columns trips(SplittableRandom random) {
        Columns trips = new Columns(TRIPS, CHUNK);
        for (int i = 0; i < CHUNK; i++) {
            int row = trips.append();
            long pickup = FIRST + random.nextLong(MONTH) / 1_000_000 * 1_000_000;
            trips.set(0, row, pickup);
            trips.set(1, row, pickup + random.nextLong(3_600) * 1_000_000);
            trips.set(2, row, Math.round(random.nextExponential() * 300) / 100.0);
            trips.set(3, row, 1 + random.nextLong(265));
            trips.set(4, row, 1 + random.nextLong(265));
            if (random.nextInt(50) > 0) {
                trips.set(5, row, 1.0 + random.nextInt(4));
            }
            trips.set(6, row, Math.round(random.nextExponential() * 1_000) / 100.0);
            trips.set(7, row, random.nextInt(5) == 0 ? 0 : random.nextInt(1_000) / 100.0);
            trips.set(8, row, 1 + random.nextLong(2));
            trips.set(9, row, random.nextInt(100) == 0 ? "Y" : "N");
        }
        return trips;
    }
}

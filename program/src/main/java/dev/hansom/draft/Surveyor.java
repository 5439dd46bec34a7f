package dev.hansom.draft;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import dev.hansom.data.DataFile;
import dev.hansom.data.Engine;
import dev.hansom.data.FileShape;
import dev.hansom.data.FileStyle;
import dev.hansom.data.Reading;
import dev.hansom.data.RowReader;
import dev.hansom.data.Wanted;
import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/// Looks at somebody's files: every row once, in constant memory, with a sample of them kept.
final class Surveyor {
    private static final long CELLS = 6_000_000;
    private static final int MOST_ROWS = 50_000;
    private static final int LEAST_ROWS = 1_000;
    private static final long SEED = 1;

    private final RowReader reader;
    private final Progress progress;

    Surveyor(Engine engine, Progress progress) {
        this.reader = new RowReader(engine);
        this.progress = progress;
    }

    /// Errors: `DATA_UNREADABLE`, `FILE_UNUSABLE`; `DATA_TOO_SMALL` where there is no row.
    Survey survey(List<DataFile> files) {
        List<FileShape> shapes = reader.look(files, List.of());
        Map<String, List<String>> stored = stored(shapes);
        RowReader.require(shapes.getFirst(), stored.size());
        Map<String, Type> types = types(shapes, stored);
        Map<String, String> unreadable = new HashMap<>();
        stored.forEach((name, kinds) -> {
            if (!types.containsKey(name)) {
                unreadable.put(
                        name,
                        kinds.size() < shapes.size()
                                ? "in " + kinds.size() + " of " + shapes.size() + " files only"
                                : "of the type " + kinds.getFirst() + ", which a field cannot have");
            }
        });
        List<Wanted> wanted = types.entrySet().stream()
                .map(one -> new Wanted(one.getKey(), one.getKey(), one.getValue()))
                .toList();
        if (wanted.isEmpty()) {
            throw new ProblemException(Problem.of(
                    ErrorCode.DATA_UNREADABLE, shapes.getFirst().file().path().toString(), "no column can be read"));
        }
        return counted(shapes, stored, unreadable, wanted);
    }

    private Survey counted(
            List<FileShape> shapes,
            Map<String, List<String>> stored,
            Map<String, String> unreadable,
            List<Wanted> wanted) {
        int most = Math.clamp(CELLS / wanted.size(), LEAST_ROWS, MOST_ROWS);
        Columns sample = new Columns(Wanted.schema(wanted), Math.min(most, 4_096));
        SplittableRandom random = new SplittableRandom(SEED);
        long[] missing = new long[wanted.size()];
        long[] rows = {0};
        Map<String, Long> lost = new HashMap<>();
        for (FileShape shape : shapes) {
            Reading reading = reader.read(shape, wanted, ZoneOffset.UTC, progress, chunk -> {
                for (int row = 0; row < chunk.rows().size(); row++) {
                    keep(chunk.rows(), row, sample, most, rows[0]++, random);
                }
                for (int column = 0; column < missing.length; column++) {
                    missing[column] += missing(chunk.rows(), column);
                }
            });
            reading.lossy().forEach((name, count) -> lost.merge(name, count, Long::sum));
        }
        if (rows[0] == 0) {
            throw new ProblemException(Problem.of(
                            ErrorCode.DATA_TOO_SMALL,
                            shapes.getFirst().file().path().toString(),
                            "there is no row")
                    .expected("a table with rows"));
        }
        Columns settled = settled(sample, missing);
        List<Surveyed> columns = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        wanted.forEach(one -> places.put(one.name(), places.size()));
        for (String name : stored.keySet()) {
            if (!places.containsKey(name)) {
                columns.add(Surveyed.unreadable(name, unreadable.getOrDefault(name, "")));
                continue;
            }
            int place = places.get(name);
            long gone = lost.getOrDefault(name, 0L);
            columns.add(new Surveyed(name, settled.schema().type(place), missing[place], gone, ""));
        }
        return new Survey(shapes.size(), rows[0], columns, settled, FileStyle.of(shapes));
    }

    /// The sample with whole numbers where they are stored with a fraction only because some are missing.
    private static Columns settled(Columns sample, long[] missing) {
        List<Schema.Column> columns = new ArrayList<>();
        for (int i = 0; i < missing.length; i++) {
            boolean whole = sample.schema().type(i) == Type.DOUBLE && missing[i] > 0 && isWhole(sample, i);
            columns.add(new Schema.Column(
                    sample.schema().columns().get(i).name(),
                    whole ? Type.INT64 : sample.schema().type(i)));
        }
        Columns settled = new Columns(new Schema(columns), sample.size());
        for (int row = 0; row < sample.size(); row++) {
            settled.append();
            for (int i = 0; i < missing.length; i++) {
                if (settled.schema().type(i) == sample.schema().type(i)) {
                    copy(sample, i, row, settled, row);
                } else if (!sample.isNull(i, row)) {
                    settled.set(i, row, (long) sample.number(i, row));
                }
            }
        }
        return settled;
    }

    private static boolean isWhole(Columns sample, int column) {
        boolean any = false;
        for (int row = 0; row < sample.size(); row++) {
            double value = sample.number(column, row);
            if (!Double.isNaN(value)) {
                any = true;
                if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
                    return false;
                }
            }
        }
        return any;
    }

    /// Every row has the same chance to be in the sample. Source: Vitter 1985, algorithm R.
    private static void keep(Columns from, int row, Columns sample, int most, long seen, SplittableRandom random) {
        if (sample.size() < most) {
            sample.appendFrom(from, row);
            return;
        }
        long place = random.nextLong(seen + 1);
        if (place < most) {
            for (int column = 0; column < from.schema().size(); column++) {
                copy(from, column, row, sample, (int) place);
            }
        }
    }

    private static void copy(Columns from, int column, int row, Columns to, int place) {
        switch (from.schema().type(column)) {
            case DOUBLE -> to.set(column, place, from.number(column, row));
            case STRING -> to.set(column, place, from.text(column, row));
            case INT64, TIMESTAMP, DATE, BOOLEAN -> to.set(column, place, from.integer(column, row));
        }
    }

    private static long missing(Columns rows, int column) {
        long missing = 0;
        for (int row = 0; row < rows.size(); row++) {
            missing += rows.isNull(column, row) ? 1 : 0;
        }
        return missing;
    }

    /// The DuckDB types of every column, one for each file that has it.
    private static Map<String, List<String>> stored(List<FileShape> shapes) {
        Map<String, List<String>> stored = new LinkedHashMap<>();
        for (FileShape shape : shapes) {
            shape.columns()
                    .forEach((name, kind) -> stored.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(kind.toUpperCase(Locale.ROOT)));
        }
        return stored;
    }

    /// The type of every column that can be read from every file.
    private Map<String, Type> types(List<FileShape> shapes, Map<String, List<String>> stored) {
        Map<String, Type> types = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>();
        stored.forEach((name, kinds) -> {
            if (kinds.size() < shapes.size()) {
                return;
            }
            List<String> told =
                    kinds.stream().filter(kind -> !kind.equals("\"NULL\"")).toList();
            if (told.isEmpty()) {
                types.put(name, Type.STRING);
            } else if (told.stream().anyMatch(Surveyor::isText)) {
                types.put(name, Type.STRING);
                texts.add(name);
            } else {
                known(told).ifPresent(type -> types.put(name, type));
            }
        });
        List<FileShape> looked = shapes.size() == 1 ? shapes : List.of(shapes.getFirst(), shapes.getLast());
        TypeProbe probe = new TypeProbe(reader);
        types.putAll(probe.types(looked, texts));
        List<String> digits = types.entrySet().stream()
                .filter(one -> one.getValue() == Type.INT64 || one.getValue() == Type.DOUBLE)
                .map(Map.Entry::getKey)
                .filter(name -> !texts.contains(name) && OtherTimes.isNamed(name))
                .toList();
        types.putAll(probe.times(looked, digits));
        return types;
    }

    private static java.util.Optional<Type> known(List<String> kinds) {
        return Arrays.stream(Type.values())
                .filter(type -> kinds.stream().allMatch(kind -> fits(kind, type)))
                .min(java.util.Comparator.comparingInt(Surveyor::narrowness));
    }

    private static int narrowness(Type type) {
        return switch (type) {
            case BOOLEAN -> 0;
            case INT64 -> 1;
            case DOUBLE -> 2;
            case DATE -> 3;
            case TIMESTAMP -> 4;
            case STRING -> 5;
        };
    }

    private static boolean fits(String kind, Type type) {
        boolean whole = (kind.endsWith("INT") || kind.endsWith("INTEGER"))
                && !kind.endsWith("HUGEINT")
                && !kind.equals("UBIGINT");
        return switch (type) {
            case BOOLEAN -> kind.equals("BOOLEAN");
            case INT64 -> whole || kind.equals("BOOLEAN");
            case DOUBLE ->
                whole
                        || kind.endsWith("HUGEINT")
                        || kind.equals("UBIGINT")
                        || kind.equals("FLOAT")
                        || kind.equals("DOUBLE")
                        || kind.startsWith("DECIMAL")
                        || kind.equals("BOOLEAN");
            case DATE -> kind.equals("DATE");
            case TIMESTAMP -> kind.equals("DATE") || kind.startsWith("TIMESTAMP");
            case STRING -> isText(kind);
        };
    }

    private static boolean isText(String kind) {
        return kind.equals("VARCHAR") || kind.equals("UUID") || kind.startsWith("ENUM");
    }
}

package dev.hansom.score.kernel;

import dev.hansom.score.Columns;
import dev.hansom.score.Contributions;
import dev.hansom.score.ForeignModel;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A [Forest] of another library behind the columns that it names: `DOUBLE`, or `STRING` for categories in
/// text.
///
/// Threads: safe for many.
public final class ForestModel implements ForeignModel {
    /// So many rows are gathered before the forest reads them.
    private static final int CHUNK = 256;

    private final Forest forest;
    private final Schema schema;
    private final @Nullable Levels[] levels;
    private final boolean named;
    private final String answers;
    private final String description;
    private final Rooms<Room> rooms;
    /// Made when it is first asked for; whoever is late makes the same again.
    private volatile @Nullable Shap shap;

    /// Room for the features of a row and what the trees make of them.
    @SuppressWarnings("ArrayRecordComponent")
    private record Room(double[] numbers, int[] scratch) {}

    /// What the model reads: a column for each feature in order, named or with names made up, and the
    /// categories of those that have any.
    public record Inputs(List<String> names, boolean named, List<@Nullable Levels> levels) {
        /// `width` columns with the names `f0`, `f1`, …, all of them numbers.
        public static Inputs numbered(int width) {
            List<String> names = new ArrayList<>();
            List<@Nullable Levels> levels = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                names.add("f" + i);
                levels.add(null);
            }
            return new Inputs(names, false, levels);
        }

        Schema schema() {
            List<Schema.Column> columns = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                Levels of = levels.get(i);
                columns.add(new Schema.Column(names.get(i), of != null && of.isText() ? Type.STRING : Type.DOUBLE));
            }
            return new Schema(columns);
        }
    }

    /// `answers` and `description` are [ForeignModel#answers()] and [ForeignModel#description()].
    /// Errors: inputs that are not the forest's, or whose names repeat, are an [IllegalArgumentException].
    public ForestModel(Inputs inputs, Forest forest, String answers, String description) {
        if (inputs.names().size() != forest.width() || inputs.levels().size() != forest.width()) {
            throw new IllegalArgumentException(inputs.names().size() + " names of columns (expected: " + forest.width()
                    + ", what the trees read)");
        }
        this.forest = forest;
        this.schema = inputs.schema();
        this.levels = inputs.levels().toArray(new Levels[0]);
        this.named = inputs.named();
        this.answers = answers;
        this.description = description;
        this.rooms = new Rooms<>(() -> new Room(new double[forest.width()], new int[forest.scratch()]));
    }

    /// The trees.
    public Forest forest() {
        return forest;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public boolean named() {
        return named;
    }

    @Override
    public String answers() {
        return answers;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public int outputs() {
        return forest.outputs();
    }

    /// What each feature added to the sum behind each number of the answer for row `row`; see [Shap]. Empty
    /// for a row
    /// with a category that is refused.
    /// Errors: [IllegalStateException] for trees that do not say how many rows they saw, or whose leaves
    /// are linear.
    public List<Contributions> contributions(Columns columns, int row) {
        Shap made = shap;
        if (made == null) {
            made = forest.shap();
            shap = made;
        }
        double[] features = new double[forest.width()];
        if (!gather(columns, row, features, 0)) {
            return List.of();
        }
        double[] all = new double[made.size()];
        made.contributions(features, 0, made.room(), all, 0);
        List<Contributions> each = new ArrayList<>();
        int width = forest.width() + 1;
        for (int from = 0; from < all.length; from += width) {
            each.add(new Contributions(
                    schema.names(), Arrays.copyOfRange(all, from, from + width - 1), all[from + width - 1]));
        }
        return each;
    }

    @Override
    public double score(Columns columns, int row) {
        Room room = rooms.take();
        double answer =
                gather(columns, row, room.numbers, 0) ? forest.answer(room.numbers, 0, room.scratch) : Double.NaN;
        rooms.giveBack(room);
        return answer;
    }

    @Override
    public void scores(Columns columns, int row, double[] into, int offset) {
        Room room = rooms.take();
        if (gather(columns, row, room.numbers, 0)) {
            forest.answers(room.numbers, 0, room.scratch, into, offset);
        } else {
            Arrays.fill(into, offset, offset + outputs(), Double.NaN);
        }
        rooms.giveBack(room);
    }

    @Override
    public double[] score(Columns columns) {
        double[] all = scores(columns);
        if (outputs() == 1) {
            return all;
        }
        double[] first = new double[columns.size()];
        for (int row = 0; row < first.length; row++) {
            first[row] = all[row * outputs()];
        }
        return first;
    }

    @Override
    public double[] scores(Columns columns) {
        double[] answers = new double[Math.multiplyExact(columns.size(), outputs())];
        int width = forest.width();
        double[] numbers = new double[Math.multiplyExact(CHUNK, width)];
        for (int from = 0; from < columns.size(); from += CHUNK) {
            int rows = Math.min(CHUNK, columns.size() - from);
            for (int row = 0; row < rows; row++) {
                gather(columns, from + row, numbers, row * width);
            }
            forest.answers(numbers, rows, answers, from * outputs());
            for (int row = 0; row < rows; row++) {
                if (refused(numbers, row * width)) {
                    Arrays.fill(answers, (from + row) * outputs(), (from + row + 1) * outputs(), Double.NaN);
                }
            }
        }
        return answers;
    }

    /// Whether no value is refused.
    private boolean gather(Columns columns, int row, double[] into, int at) {
        boolean known = true;
        for (int i = 0; i < levels.length; i++) {
            Levels of = levels[i];
            double x = of == null
                    ? columns.number(i, row)
                    : of.isText() ? of.code(columns.text(i, row)) : of.code(columns.number(i, row));
            into[at + i] = x;
            known &= of == null || x != Levels.REFUSED;
        }
        return known;
    }

    private boolean refused(double[] numbers, int at) {
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] != null && numbers[at + i] == Levels.REFUSED) {
                return true;
            }
        }
        return false;
    }
}

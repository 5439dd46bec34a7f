package dev.hansom.check;

import dev.hansom.data.Fate;
import dev.hansom.project.Field;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.List;

/// Which rows are there twice, in whole or nearly, and on which side of the split.
///
/// Nearly: in all but times, the target too; or the same with numbers that agree in ten binary digits, about
/// three decimal ones; or in all that a row to be answered carries, with another target.
///
/// Memory: bounded, whatever the number of rows. Threads: for one thread.
final class Twins {
    private static final byte TRAINING = 1;
    private static final byte LATER = 2;
    /// Half of the last bit that a rounded number keeps.
    private static final long HALF = 1L << 41;

    /// Repetitions of a training row by a later one.
    final Examples crossing = new Examples();

    final Examples timeless = new Examples();
    final Examples close = new Examples();
    final Examples conflicts = new Examples();
    private final RowSketch whole = new RowSketch();
    private final RowSketch bare = new RowSketch();
    private final RowSketch rounded = new RowSketch();
    private final RowSketch asked = new RowSketch();
    private final RowSketch answered = new RowSketch();
    private final boolean[] isTime;
    private final boolean[] isReal;
    private final boolean[] isAsked;
    private final int target;
    private long[] wholes = new long[0];
    private long[] bares = new long[0];
    private long[] rounds = new long[0];
    private long[] askeds = new long[0];

    Twins(Project project) {
        List<Field> fields = project.fields();
        this.target = project.labelledSchema().size() - 1;
        this.isTime = new boolean[fields.size()];
        this.isReal = new boolean[fields.size()];
        this.isAsked = new boolean[fields.size()];
        for (int i = 0; i < fields.size(); i++) {
            Type type = fields.get(i).type();
            isTime[i] = type == Type.TIMESTAMP || type == Type.DATE;
            isReal[i] = type == Type.DOUBLE;
            isAsked[i] = project.asked(fields.get(i));
        }
    }

    /// A chunk of `count` rows begins.
    void begin(int count) {
        if (wholes.length < count) {
            wholes = new long[count];
            bares = new long[count];
            rounds = new long[count];
            askeds = new long[count];
        }
        for (int row = 0; row < count; row++) {
            wholes[row] = 0;
            bares[row] = 0;
            rounds[row] = 0;
            askeds[row] = 0;
        }
    }

    /// Mixes a field of the rows in, by the hashes of its values.
    void add(Columns rows, int field, long[] hashes) {
        for (int row = 0; row < rows.size(); row++) {
            wholes[row] = Mix.of(wholes[row] + hashes[row]);
        }
        if (isAsked[field]) {
            for (int row = 0; row < rows.size(); row++) {
                askeds[row] = Mix.of(askeds[row] + hashes[row]);
            }
        }
        if (isTime[field]) {
            return;
        }
        for (int row = 0; row < rows.size(); row++) {
            bares[row] = Mix.of(bares[row] + hashes[row]);
            long near = isReal[field] ? near(rows.number(field, row)) : hashes[row];
            rounds[row] = Mix.of(rounds[row] + near);
        }
    }

    /// Counts a row once all of its fields are mixed in; how many rows repeat an earlier one by it.
    long count(Columns rows, int row, boolean training, Fate fate, String file, long place) {
        byte mark = training ? TRAINING : LATER;
        long repeated = whole.add(wholes[row], mark);
        boolean across = mark == LATER && repeated > 0 && whole.found() == TRAINING;
        if (across) {
            crossing.add(file, place, repeated);
        }
        if (fate == Fate.LABELLED) {
            double label = rows.number(target, row);
            long same = bare.add(Mix.of(bares[row] + Mix.number(label)), mark);
            boolean timed = mark == LATER && same > 0 && bare.found() == TRAINING;
            if (timed && repeated == 0) {
                timeless.add(file, place, same);
            }
            long near = rounded.add(Mix.of(rounds[row] + near(label)), mark);
            if (mark == LATER && near > 0 && rounded.found() == TRAINING && !timed && repeated == 0) {
                close.add(file, place, near);
            }
            long asking = asked.add(askeds[row], mark);
            long answer = answered.add(Mix.of(askeds[row] + Mix.number(label)), mark);
            if (asking > 0 && answer == 0 && !answered.isThinned()) {
                conflicts.add(file, place, asking);
            }
        }
        return repeated;
    }

    /// Whether counts are estimates.
    boolean isThinned() {
        return whole.isThinned() || bare.isThinned() || rounded.isThinned() || asked.isThinned();
    }

    /// A number to ten binary digits, as a hash; a missing one as it is.
    static long near(double value) {
        if (Double.isNaN(value)) {
            return Mix.MISSING;
        }
        return Mix.of((Double.doubleToRawLongBits(value + 0.0) + HALF) & -(2 * HALF));
    }
}

package dev.hansom.score.kernel;

import dev.hansom.score.Columns;
import dev.hansom.score.expression.Stages;
import dev.hansom.score.feature.Encoder;
import org.jspecify.annotations.Nullable;

/// A [NumberKernel] behind the encoder of its features.
///
/// Threads: safe for many; each call takes room of its own from a few that are kept, so that nothing is
/// allocated.
final class EncodedKernel implements BoundKernel {
    private final Encoder encoder;
    private final NumberKernel kernel;
    private final Rooms<Room> rooms;
    /// Made when it is first asked for; whoever is late makes the same again.
    private volatile NumberKernel.@Nullable Explainer explainer;

    /// Room for a row, its features and what the kernel makes of them.
    @SuppressWarnings("ArrayRecordComponent")
    private record Room(Stages.Room row, float[] features, int[] scratch) {}

    EncodedKernel(Encoder encoder, NumberKernel kernel) {
        this.encoder = encoder;
        this.kernel = kernel;
        this.rooms = new Rooms<>(() -> new Room(encoder.room(1), new float[kernel.width()], new int[kernel.scratch()]));
    }

    @Override
    public double answer(Columns columns, int row) {
        Room room = rooms.take();
        encoder.encode(columns, row, room.row, room.features, 0);
        double answer = kernel.answer(room.features, 0, room.scratch);
        rooms.giveBack(room);
        return answer;
    }

    @Override
    public double[] contributions(Columns columns, int row) {
        NumberKernel.Explainer made = explainer;
        if (made == null) {
            made = kernel.explainer();
            explainer = made;
        }
        float[] features = new float[kernel.width()];
        encoder.encode(columns, row, 1, features, 0);
        return made.contributions(features, 0);
    }

    @Override
    public int outputs() {
        return kernel.outputs();
    }

    @Override
    public void answers(Columns columns, int row, double[] into, int at) {
        Room room = rooms.take();
        encoder.encode(columns, row, room.row, room.features, 0);
        kernel.answers(room.features, 0, room.scratch, into, at);
        rooms.giveBack(room);
    }

    /// So many rows are encoded before the kernel reads them: the features stay in the cache.
    @Override
    public double[] answer(Columns columns) {
        double[] answers = new double[columns.size()];
        Stages.Room room = encoder.room(answers.length);
        float[] features = new float[Math.multiplyExact(room.capacity(), kernel.width())];
        for (int from = 0; from < answers.length; from += room.capacity()) {
            int rows = Math.min(room.capacity(), answers.length - from);
            encoder.encode(columns, from, rows, room, features, 0);
            kernel.answer(features, rows, answers, from);
        }
        return answers;
    }
}

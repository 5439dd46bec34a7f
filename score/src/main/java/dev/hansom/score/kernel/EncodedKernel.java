package dev.hansom.score.kernel;

import dev.hansom.score.Columns;
import dev.hansom.score.feature.Encoder;
import org.jspecify.annotations.Nullable;

/// A [NumberKernel] behind the encoder of its features.
///
/// Threads: safe for many; each call takes room of its own from a few that are kept, so that nothing is
/// allocated.
final class EncodedKernel implements BoundKernel {
    /// So many rows are encoded before the kernel reads them: the features stay in the cache.
    private static final int CHUNK = 256;

    private final Encoder encoder;
    private final NumberKernel kernel;
    private final Rooms rooms;
    /// Made when it is first asked for; whoever is late makes the same again.
    private volatile NumberKernel.@Nullable Explainer explainer;

    EncodedKernel(Encoder encoder, NumberKernel kernel) {
        this.encoder = encoder;
        this.kernel = kernel;
        this.rooms = new Rooms(kernel.width(), 0, kernel.scratch());
    }

    @Override
    public double answer(Columns columns, int row) {
        Rooms.Room room = rooms.take();
        encoder.encode(columns, row, room.features, 0);
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
        encoder.encode(columns, row, features, 0);
        return made.contributions(features, 0);
    }

    @Override
    public int outputs() {
        return kernel.outputs();
    }

    @Override
    public void answers(Columns columns, int row, double[] into, int at) {
        Rooms.Room room = rooms.take();
        encoder.encode(columns, row, room.features, 0);
        kernel.answers(room.features, 0, room.scratch, into, at);
        rooms.giveBack(room);
    }

    @Override
    public double[] answer(Columns columns) {
        double[] answers = new double[columns.size()];
        int width = kernel.width();
        float[] features = new float[Math.multiplyExact(CHUNK, width)];
        for (int from = 0; from < answers.length; from += CHUNK) {
            int rows = Math.min(CHUNK, answers.length - from);
            encoder.encode(columns, from, rows, features, 0);
            kernel.answer(features, rows, answers, from);
        }
        return answers;
    }
}

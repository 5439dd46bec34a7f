package dev.hansom.check;

import dev.hansom.data.Fate;
import dev.hansom.data.ProjectChunk;
import dev.hansom.score.Columns;
import java.util.List;
import java.util.stream.IntStream;

/// The rows of a chunk that its period accounts for: `places` are their numbers in the file, counted from 1.
///
/// The rows are reused for the next chunk. Threads: for one thread.
final class Piece {
    private final Columns rows;
    private final List<Fate> fates;
    private final String file;
    private final long first;
    private final int[] chosen;

    private Piece(Columns rows, List<Fate> fates, String file, long first, int[] chosen) {
        this.rows = rows;
        this.fates = fates;
        this.file = file;
        this.first = first;
        this.chosen = chosen;
    }

    static Piece of(ProjectChunk chunk) {
        List<Fate> fates = chunk.fates();
        int[] chosen = IntStream.range(0, chunk.rows().size())
                .filter(row -> fates.get(row) != Fate.ELSEWHERE)
                .toArray();
        Columns rows = chosen.length == chunk.rows().size()
                ? chunk.rows()
                : chunk.rows().select(chosen);
        return new Piece(rows, fates, chunk.file().name(), chunk.first() + 1, chosen);
    }

    Columns rows() {
        return rows;
    }

    int size() {
        return rows.size();
    }

    String file() {
        return file;
    }

    /// The number of a row in its file.
    long place(int row) {
        return first + chosen[row];
    }

    Fate fate(int row) {
        return fates.get(chosen[row]);
    }
}

package dev.hansom.data;

import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The rows of a period that are kept in memory, as they come: equal texts are held once, and before the memory is full
/// it is said what would be needed.
///
/// Threads: for one thread.
final class Kept {
    /// With more different texts, looking for equal ones is not worth while.
    private static final int MOST_TEXTS = 1 << 18;

    private final Project project;
    private final Set<Fate> wanted;
    private final Room room;
    private final Columns rows;
    private final int[] textColumns;
    private final BitSet labelled = new BitSet();
    private final Map<String, String> texts = new HashMap<>();
    private Fingerprint fingerprint = Fingerprint.NONE;

    /// Keeps rows of the fates `wanted`.
    Kept(Project project, Set<Fate> wanted, Room room) {
        this.project = project;
        this.wanted = EnumSet.copyOf(wanted);
        this.room = room;
        this.rows = new Columns(project.labelledSchema(), 1 << 12);
        this.textColumns = IntStream.range(0, rows.schema().size())
                .filter(column -> rows.schema().type(column) == Type.STRING)
                .toArray();
    }

    void add(ProjectChunk chunk) {
        Columns given = chunk.rows();
        int width = project.schema().size();
        boolean elsewhere = chunk.fates().contains(Fate.ELSEWHERE);
        if (!elsewhere) {
            fingerprint = fingerprint.plus(RowHash.sum(given, width, 0));
        }
        for (int row = 0; row < given.size(); row++) {
            Fate fate = chunk.fates().get(row);
            if (elsewhere && fate != Fate.ELSEWHERE) {
                fingerprint = fingerprint.plus(
                        new Fingerprint(RowHash.high(given, width, row), RowHash.low(given, width, row), 1));
            }
            if (wanted.contains(fate)) {
                labelled.set(rows.size(), fate == Fate.LABELLED);
                rows.appendFrom(given, row);
                share(rows.size() - 1);
            }
        }
        room.require(rows);
    }

    private void share(int row) {
        for (int column : textColumns) {
            String text = rows.text(column, row);
            if (text != null) {
                String known = texts.size() < MOST_TEXTS ? texts.putIfAbsent(text, text) : texts.get(text);
                if (known != null) {
                    rows.set(column, row, known);
                } else {
                    room.text(text);
                }
            }
        }
    }

    /// The fingerprint of all rows that the period accounts for.
    Fingerprint fingerprint() {
        return fingerprint;
    }

    /// The kept rows, in order of time.
    Columns ordered() {
        Order order = new Order(
                rows, project.schema().size(), project.labelledSchema().index(project.time()));
        int[] places = order.places();
        order.apply(places);
        BitSet moved = new BitSet();
        for (int i = 0; i < places.length; i++) {
            moved.set(i, labelled.get(places[i]));
        }
        labelled.clear();
        labelled.or(moved);
        return rows;
    }

    /// Those of the ordered rows that have a label: all of them where all have.
    Columns labelled() {
        return labelled.cardinality() == rows.size()
                ? rows
                : rows.select(labelled.stream().toArray());
    }
}

package dev.hansom.monitor;

import dev.hansom.score.Columns;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Tells apart what was sent more than once: a month that is replayed again is a new sending of it, and for each day
/// the newest one counts.
///
/// In the order in which rows were answered, what they are about runs forward, apart from a little disorder and from
/// single rows with a wrong clock. A new sending begins where it jumps back by more than a week and stays back.
/// Rows whose time of answer is unknown are never superseded.
final class Sendings {
    private static final long JUMP = 7 * Days.MICROS;
    /// Rows are looked at in blocks, by their median, so that single rows with a wrong clock do not count.
    private static final int BLOCK_AT_MOST = 64;

    private static final int BLOCKS_AT_LEAST = 200;
    /// So many blocks have to stay back.
    private static final int STAYING = 20;
    /// A newer sending of a day with less than this share of its largest does not replace it: somebody tried something.
    private static final double REPLACING = 0.1;

    private final Observed observed;
    private final List<int[]> blocks = new ArrayList<>();
    private final List<Long> medians = new ArrayList<>();

    private Sendings(Observed observed) {
        this.observed = observed;
        int[] rows = IntStream.range(0, observed.size())
                .filter(row -> observed.answeredAt(row) != Columns.NULL
                        && observed.answer(row).at() != Columns.NULL)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(observed::answeredAt).thenComparingLong(this::at))
                .mapToInt(Integer::intValue)
                .toArray();
        int size = Math.clamp(rows.length / BLOCKS_AT_LEAST, 1, BLOCK_AT_MOST);
        for (int from = 0; from < rows.length; from += size) {
            int[] block = java.util.Arrays.copyOfRange(rows, from, Math.min(rows.length, from + size));
            long[] times =
                    java.util.Arrays.stream(block).mapToLong(this::at).sorted().toArray();
            blocks.add(block);
            medians.add(times[times.length / 2]);
        }
    }

    /// The rows that were sent again later.
    static BitSet superseded(Observed observed) {
        Sendings sendings = new Sendings(observed);
        return sendings.older(sendings.numbered());
    }

    private long at(int row) {
        return observed.answer(row).at();
    }

    /// The number of the sending of each row.
    private Map<Integer, Integer> numbered() {
        Map<Integer, Integer> numbers = new HashMap<>();
        int sending = 0;
        long furthest = Long.MIN_VALUE;
        for (int i = 0; i < blocks.size(); i++) {
            long border = furthest == Long.MIN_VALUE ? furthest : furthest - JUMP;
            boolean begins = medians.get(i) < border && staysBelow(border, i);
            for (int row : blocks.get(i)) {
                numbers.put(row, sending);
            }
            if (begins) {
                sending++;
                renumber(i, border, sending, numbers);
            }
            furthest = begins ? medians.get(i) : Math.max(furthest, medians.get(i));
        }
        return numbers;
    }

    /// The rows before the border in the block where a sending begins, and in the one before, are of the new sending.
    private void renumber(int block, long border, int sending, Map<Integer, Integer> numbers) {
        for (int i = Math.max(0, block - 1); i <= block; i++) {
            for (int row : blocks.get(i)) {
                if (at(row) < border) {
                    numbers.put(row, sending);
                }
            }
        }
    }

    private boolean staysBelow(long border, int from) {
        return medians.subList(from, Math.min(medians.size(), from + STAYING)).stream()
                .allMatch(median -> median < border);
    }

    private BitSet older(Map<Integer, Integer> numbers) {
        Map<Long, Map<Integer, Long>> rows = new HashMap<>();
        numbers.forEach((row, sending) ->
                rows.computeIfAbsent(Days.day(at(row)), _ -> new HashMap<>()).merge(sending, 1L, Long::sum));
        Map<Long, Integer> newest = new HashMap<>();
        rows.forEach((day, sizes) -> {
            double least = REPLACING
                    * sizes.values().stream().mapToLong(Long::longValue).max().orElse(0);
            newest.put(
                    day,
                    sizes.entrySet().stream()
                            .filter(entry -> entry.getValue() >= least)
                            .mapToInt(Map.Entry::getKey)
                            .max()
                            .orElse(0));
        });
        BitSet superseded = new BitSet();
        numbers.forEach((row, sending) -> superseded.set(row, newest.getOrDefault(Days.day(at(row)), 0) > sending));
        return superseded;
    }
}

package dev.hansom.learn;

import java.util.Arrays;
import java.util.PriorityQueue;

/// Places and the roads between them that have been measured: from each place so many neighbours, each with a length
/// and
/// a weight. Roads lead both ways.
@SuppressWarnings("ArrayRecordComponent")
record Roads(int[][] to, double[][] lengths, double[][] weights) {
    int places() {
        return to.length;
    }

    /// The shortest way from `start` to every place; infinite where there is none. Source: Dijkstra, 1959.
    double[] shortest(int start) {
        double[] ways = new double[places()];
        Arrays.fill(ways, Double.POSITIVE_INFINITY);
        ways[start] = 0;
        record Way(int place, double length) {}
        PriorityQueue<Way> open = new PriorityQueue<>((a, b) ->
                a.length == b.length ? Integer.compare(a.place, b.place) : Double.compare(a.length, b.length));
        open.add(new Way(start, 0));
        while (!open.isEmpty()) {
            Way way = open.poll();
            if (way.length > ways[way.place]) {
                continue;
            }
            for (int i = 0; i < to[way.place].length; i++) {
                double length = way.length + lengths[way.place][i];
                if (length < ways[to[way.place][i]]) {
                    ways[to[way.place][i]] = length;
                    open.add(new Way(to[way.place][i], length));
                }
            }
        }
        return ways;
    }
}

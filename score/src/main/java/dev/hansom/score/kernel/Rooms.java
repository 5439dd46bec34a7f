package dev.hansom.score.kernel;

import java.util.concurrent.atomic.AtomicReferenceArray;

/// A few rooms to calculate in, lent for one call each; who finds none makes a new one. What is kept is
/// bounded, whatever the number of threads.
///
/// Threads: safe for many; which room a thread is lent depends on its id, so that two seldom meet.
final class Rooms {
    private static final int KEPT = 16;
    /// Rooms are this far apart in the array, so that two threads do not write to one cache line.
    private static final int APART = 32;

    private final int width;
    private final int wide;
    private final int scratch;
    private final AtomicReferenceArray<Room> kept = new AtomicReferenceArray<>(KEPT * APART);

    /// Rooms for `width` float32 features, `wide` float64 features and `scratch` ints.
    Rooms(int width, int wide, int scratch) {
        this.width = width;
        this.wide = wide;
        this.scratch = scratch;
    }

    Room take() {
        int place = (int) Thread.currentThread().getId() % KEPT * APART;
        Room room = kept.getAndSet(place, null);
        return room == null ? new Room(place, new float[width], new double[wide], new int[scratch]) : room;
    }

    void giveBack(Room room) {
        kept.setRelease(room.place, room);
    }

    /// Room for the features of a row and what the kernel makes of them.
    static final class Room {
        final float[] features;
        final double[] numbers;
        final int[] scratch;
        private final int place;

        private Room(int place, float[] features, double[] numbers, int[] scratch) {
            this.place = place;
            this.features = features;
            this.numbers = numbers;
            this.scratch = scratch;
        }
    }
}

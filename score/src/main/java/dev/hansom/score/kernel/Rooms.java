package dev.hansom.score.kernel;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/// A few rooms to calculate in, lent for one call each; who finds none makes a new one. What is kept is
/// bounded, whatever the number of threads.
///
/// Threads: safe for many; which room a thread is lent depends on its id, so that two seldom meet.
final class Rooms<R> {
    private static final int KEPT = 16;
    /// Rooms are this far apart in the array, so that two threads do not write to one cache line.
    private static final int APART = 32;

    private final Supplier<R> made;
    private final AtomicReferenceArray<R> kept = new AtomicReferenceArray<>(KEPT * APART);

    /// Rooms as `made` makes them.
    Rooms(Supplier<R> made) {
        this.made = made;
    }

    R take() {
        R room = kept.getAndSet(place(), null);
        return room == null ? made.get() : room;
    }

    void giveBack(R room) {
        kept.setRelease(place(), room);
    }

    private static int place() {
        return (int) (Thread.currentThread().getId() % KEPT) * APART;
    }
}

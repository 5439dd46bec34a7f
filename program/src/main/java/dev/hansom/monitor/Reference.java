package dev.hansom.monitor;

import dev.hansom.score.profile.Histogram;
import dev.hansom.score.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/// What the past looked like, in one kind of column: its profile, and how much its weeks differ.
///
/// Threads: immutable.
final class Reference {
    private final Subject subject;
    private final Days days;
    private final Profile total;

    Reference(Subject subject, Days days) {
        this.subject = subject;
        this.days = days;
        this.total = days.total();
    }

    Subject subject() {
        return subject;
    }

    /// All of it.
    Profile total() {
        return total;
    }

    /// How each column differs from itself in stretches like the days from `from` up to but without `to`.
    List<Noise> noise(long from, long to) {
        List<Profile> parts = stretches(from, to - from);
        List<Noise> noise = new ArrayList<>();
        for (int i = 0; i < total.histograms().size(); i++) {
            noise.add(Noise.of(total, parts, i));
        }
        return noise;
    }

    private List<Profile> stretches(long like, long length) {
        List<Profile> parts = new ArrayList<>();
        if (days.first().isEmpty()) {
            return parts;
        }
        long first = days.first().get();
        long last = days.last().orElse(first);
        for (long start = first + Math.floorMod(like - first, 7L); start + length <= last + 1; start += 7) {
            parts.add(days.between(start, start + length));
        }
        return parts;
    }

    /// The column at `index`.
    Histogram column(int index) {
        return total.histograms().get(index);
    }
}

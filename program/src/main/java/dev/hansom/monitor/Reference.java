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
    private final boolean timed;
    private final Profile total;

    /// `timed` says that its days are days, and not made up for rows without a time.
    Reference(Subject subject, Days days, boolean timed) {
        this.timed = timed;
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

    /// How each column differs from itself in stretches like the days from `from` up to but without `to`; where its
    /// times
    /// are made up, in stretches of about `rows` rows.
    List<Noise> noise(long from, long to, long rows) {
        List<Profile> parts = timed ? stretches(from, to - from, 7) : stretchesOf(rows);
        List<Noise> noise = new ArrayList<>();
        for (int i = 0; i < total.histograms().size(); i++) {
            noise.add(Noise.of(total, parts, i));
        }
        return noise;
    }

    private List<Profile> stretchesOf(long rows) {
        if (days.first().isEmpty() || total.rows() == 0) {
            return List.of();
        }
        long span = days.last().orElseThrow() + 1 - days.first().get();
        long length = Math.clamp(span * rows / total.rows(), 1, Math.max(1, span / 4));
        return stretches(days.first().get(), length, Math.max(1, (int) length));
    }

    private List<Profile> stretches(long like, long length, int step) {
        List<Profile> parts = new ArrayList<>();
        if (days.first().isEmpty()) {
            return parts;
        }
        long first = days.first().get();
        long last = days.last().orElse(first);
        for (long start = first + Math.floorMod(like - first, (long) step); start + length <= last + 1; start += step) {
            parts.add(days.between(start, start + length));
        }
        return parts;
    }

    /// The column at `index`.
    Histogram column(int index) {
        return total.histograms().get(index);
    }
}

package dev.hansom.draft;

import dev.hansom.score.Type;

/// A column of somebody's files, looked at: how many of the rows have no value, and how many values could not be read
/// as `type`; whether its times are `moments`, with an offset from UTC, and no wall clock of an unknown zone. Where it
/// cannot be read at all, `unreadable` says why, and the rest says nothing.
record Surveyed(String name, Type type, long missing, long lost, String unreadable, boolean moments) {
    static Surveyed unreadable(String name, String why) {
        return new Surveyed(name, Type.STRING, 0, 0, why, false);
    }

    boolean isReadable() {
        return unreadable.isEmpty();
    }
}

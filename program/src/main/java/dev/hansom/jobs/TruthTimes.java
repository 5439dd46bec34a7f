package dev.hansom.jobs;

import dev.hansom.data.Window;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.expression.Scope;
import dev.hansom.serve.Truth;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When the truth of a past row became known: what the project's `known_at` says, else its time and the label delay;
/// never before the row's own time.
final class TruthTimes {
    private final ZoneId zone;
    private final @Nullable Clock clock;
    private final int time;
    private final int target;
    private final long delayMicros;
    private final @Nullable Expression knownAt;

    /// `clock` tells when the truths of rows without a time are known: at once.
    TruthTimes(Project project, Clock clock) {
        this.clock = project.timed() ? null : clock;
        zone = project.timeZone();
        time = project.labelledSchema().index(project.time());
        target = project.labelledSchema().size() - 1;
        delayMicros = project.labelDelay().toNanos() / 1_000;
        knownAt = project.target()
                .knownAt()
                .map(text -> Expression.compile(text, Scope.of(project.labelledSchema())))
                .orElse(null);
    }

    /// The truth of a row whose prediction has this id; empty where there is none.
    Optional<Truth> truth(String id, Columns rows, int row) {
        double value = rows.number(target, row);
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        if (clock != null) {
            return Optional.of(new Truth(id, value, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()), 0));
        }
        long at = rows.integer(time, row);
        long known = knownAt == null ? at + delayMicros : knownAt.integer(rows, row);
        return Optional.of(new Truth(id, value, instant(Math.max(at, known)), 0));
    }

    /// Wall-clock microseconds of the project as microseconds since the epoch.
    long instant(long wallClock) {
        Instant instant = Window.time(wallClock).atZone(zone).toInstant();
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}

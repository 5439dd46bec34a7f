package dev.hansom.report;

import dev.hansom.data.Stretch;
import dev.hansom.data.Window;
import dev.hansom.evaluate.Metric;
import dev.hansom.report.plot.Numerals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Dates, durations and names as the pages say them.
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d\u00a0MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d\u00a0MMM\u00a0yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm z", Locale.ENGLISH);

    private Words() {}

    /// The first day of a window, for an axis: `18 Jan`.
    static String day(Window window) {
        return DAY.format(window.from());
    }

    /// A day, for an axis: `18 Jan`.
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /// First and last day of a window: `18–24 Jan 2021`, `28 Jan – 3 Feb 2021`.
    static String days(Window window) {
        LocalDate first = window.from().toLocalDate();
        LocalDate last = window.until().minusNanos(1).toLocalDate();
        if (first.equals(last)) {
            return DATE.format(first);
        }
        if (YearMonth.from(first).equals(YearMonth.from(last))) {
            return first.getDayOfMonth() + "–" + DATE.format(last);
        }
        return (first.getYear() == last.getYear() ? DAY : DATE).format(first) + "\u00a0– " + DATE.format(last);
    }

    /// What a stretch is called: its days, or its number where rows have no time: `fold 3`.
    static String label(Stretch stretch, Window window, int index) {
        return stretch.inTime() ? days(window) : stretch.word() + " " + (index + 1);
    }

    /// The same for an axis: `18 Jan`, `3`.
    static String tick(Stretch stretch, Window window, int index) {
        return stretch.inTime() ? day(window) : String.valueOf(index + 1);
    }

    /// With a capital letter.
    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    /// `2 h`, `90 min`, `3 days`.
    static String duration(Duration duration) {
        if (duration.isZero()) {
            return "none";
        }
        if (duration.toSeconds() % 86_400 == 0) {
            return plural(duration.toDays(), "day");
        }
        if (duration.toSeconds() % 3600 == 0) {
            return duration.toHours() + " h";
        }
        return duration.toSeconds() % 60 == 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }

    /// To the unit that fits: `1 d 3 h`, `2 h 10 min`, `8 min`, `12 s`.
    static String about(Duration duration) {
        Duration size = duration.abs();
        String sign = duration.isNegative() ? "−" : "";
        if (size.toDays() > 0) {
            return sign + size.toDays() + " d " + size.toHoursPart() + " h";
        }
        if (size.toHours() > 0) {
            return sign + size.toHours() + " h " + size.toMinutesPart() + " min";
        }
        return sign + (size.toMinutes() > 0 ? size.toMinutes() + " min" : size.toSeconds() + " s");
    }

    static String plural(long count, String noun) {
        return Numerals.count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    static String name(Metric metric) {
        return switch (metric) {
            case MAE -> "mean absolute error";
            case MSE -> "mean squared error";
            case RMSE -> "root mean squared error";
            case LOG_LOSS, BRIER, ACCURACY -> metric.title();
            case AUC -> "area under the ROC curve";
        };
    }

    /// The short name as pages write it: `MAE`, `log loss`.
    static String slug(Metric metric) {
        return metric.title();
    }

    /// How often the validation part has been looked at; no figure from it stands without this sentence.
    static String openings(Map<String, Long> openings) {
        return openings("validation", openings);
    }

    /// The same of another part.
    static String openings(String part, Map<String, Long> openings) {
        if (openings.isEmpty()) {
            return "It is not recorded how often the " + part + " part has been opened.";
        }
        return "The " + part + " part has been opened "
                + openings.entrySet().stream()
                        .map(opening -> times(opening.getValue()) + " by " + opening.getKey())
                        .collect(Collectors.joining(", "))
                + "; the more often, the less its figures prove.";
    }

    private static String times(long count) {
        return count == 1 ? "once" : count == 2 ? "twice" : Numerals.count(count) + " times";
    }
}

package dev.hansom.draft;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Nearest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What time a row is about, if its columns say so: the column, in which periods its rows are parted, how many of the
/// last
/// ones validate and are traffic, and why.
///
/// `first` and `last` are the days of the sample, `hours` says whether it has times of day.
record Clock(
        Surveyed column,
        String each,
        int periods,
        int validate,
        int live,
        LocalDate first,
        LocalDate last,
        boolean hours,
        String why) {
    private static final long DAY = 86_400_000_000L;
    private static final double MISSING = 0.05;
    /// From this share of the rows on, a date is the day of a time.
    private static final double SAME_DAY = 0.9;
    private static final int LEAST_PERIODS = 3;
    private static final long LEAST_TRAINING = 150;
    private static final Pattern BEGINS = Pattern.compile(
            "pick_?up|start|begin|request|order|create|open|event|invoice|sale|sold|book|admi|timestamp|^time$|^date$|^at$|^ts$|^day$|^dt$");
    private static final Pattern ENDS = Pattern.compile(
            "drop|end|finish|clos|deliver|complet|updat|modif|birth|dob|expir|due|return|arriv|resolv|paid|cancel|discharg");

    /// The column that is named, or the likeliest; none where no column says when a row was.
    /// Errors: `USAGE` where the named one is not there or is no time.
    static Optional<Clock> of(Survey survey, Aim aim, Optional<String> named) {
        if (named.isPresent()) {
            Surveyed column = survey.column(named.get()).orElseThrow(() -> unknown(survey, named.get()));
            if (!isTime(column)) {
                throw new ProblemException(
                        Problem.of(ErrorCode.USAGE, "--time", "the column " + column.name() + " is no time")
                                .value(column.isReadable() ? column.type().text() : column.unreadable())
                                .expected("a column of dates or times"));
            }
            return Optional.of(of(survey, column, "named with --time")
                    .orElseThrow(() -> new ProblemException(Problem.of(
                                    ErrorCode.USAGE,
                                    "--time",
                                    "the column " + column.name() + " has fewer than " + LEAST_PERIODS + " days in it")
                            .next("leave --time out: without a time, rows are parted by a seeded order"))));
        }
        List<Surveyed> likely = survey.readable().stream()
                .filter(Clock::isTime)
                .filter(one -> !one.name().equals(aim.column().name()))
                .filter(one -> one.missing() <= MISSING * survey.rows())
                .toList();
        List<Surveyed> finest = likely.stream()
                .filter(one -> likely.stream().noneMatch(other -> isDayOf(survey, one, other)))
                .toList();
        String others = likely.size() == 1
                ? "the only column of times"
                : "it begins a row: the other columns of times lie later, have the day alone or are named otherwise";
        return finest.stream()
                .filter(one -> !Pattern.compile("birth|dob").matcher(lower(one)).find())
                .sorted((a, b) -> order(survey, a, b))
                .flatMap(one -> of(survey, one, others).stream())
                .findFirst();
    }

    /// Whether a column of days has the day of another one, which begins a row and has times of day.
    private static boolean isDayOf(Survey survey, Surveyed column, Surveyed other) {
        if (column.equals(other) || rank(other) == 2) {
            return false;
        }
        Columns sample = survey.sample();
        int days = survey.index(column.name());
        int times = survey.index(other.name());
        int both = 0;
        int same = 0;
        boolean hours = false;
        for (int row = 0; row < sample.size(); row++) {
            if (sample.isNull(days, row) || sample.isNull(times, row)) {
                continue;
            }
            long day = (long) Look.micros(sample, days, row);
            long time = (long) Look.micros(sample, times, row);
            if (Math.floorMod(day, DAY) != 0) {
                return false;
            }
            hours |= Math.floorMod(time, DAY) != 0;
            both++;
            same += Math.floorDiv(time, DAY) == Math.floorDiv(day, DAY) ? 1 : 0;
        }
        return hours && both > 0 && same >= SAME_DAY * both;
    }

    private static boolean isTime(Surveyed column) {
        return column.isReadable() && (column.type() == Type.TIMESTAMP || column.type() == Type.DATE);
    }

    private static int order(Survey survey, Surveyed a, Surveyed b) {
        int named = Integer.compare(rank(a), rank(b));
        return named != 0 ? named : Long.compare(median(survey, a), median(survey, b));
    }

    private static int rank(Surveyed column) {
        String name = lower(column);
        return ENDS.matcher(name).find() ? 2 : BEGINS.matcher(name).find() ? 0 : 1;
    }

    private static String lower(Surveyed column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    private static long median(Survey survey, Surveyed column) {
        long[] sorted = Arrays.stream(micros(survey.sample(), survey.index(column.name())))
                .sorted()
                .toArray();
        return sorted.length == 0 ? Long.MAX_VALUE : sorted[sorted.length / 2];
    }

    /// The values that are there, in microseconds.
    static long[] micros(Columns sample, int column) {
        long unit = sample.schema().type(column) == Type.DATE ? DAY : 1;
        return java.util.stream.IntStream.range(0, sample.size())
                .filter(row -> !sample.isNull(column, row))
                .mapToLong(row -> Math.multiplyExact(sample.integer(column, row), unit))
                .toArray();
    }

    private static Optional<Clock> of(Survey survey, Surveyed column, String why) {
        long[] times = micros(survey.sample(), survey.index(column.name()));
        if (times.length == 0) {
            return Optional.empty();
        }
        Arrays.sort(times);
        boolean hours = Arrays.stream(times).anyMatch(time -> Math.floorMod(time, DAY) != 0);
        LocalDate first = day(times[times.length / 200]);
        LocalDate last = day(times[times.length - 1 - times.length / 200]);
        return Stream.of("month", "week", "day")
                .flatMap(each -> parted(survey, column, why, each, times).stream())
                .map(clock -> new Clock(
                        column, clock.each, clock.periods, clock.validate, clock.live, first, last, hours, why))
                .findFirst();
    }

    /// The rows parted by `each`, where enough are left to learn from: eight weeks before the last part where there are
    /// so many, so that weeks can be compared.
    private static Optional<Clock> parted(Survey survey, Surveyed column, String why, String each, long[] times) {
        TreeMap<String, Integer> rows = new TreeMap<>();
        Arrays.stream(times).forEach(time -> rows.merge(period(each).apply(day(time)), 1, Integer::sum));
        int periods = rows.size();
        boolean months = each.equals("month");
        int live = months ? 1 : Math.max(1, periods / 10);
        int validate = months ? 1 : Math.clamp(periods / 5, 1, each.equals("week") ? 4 : 28);
        long training = rows.values().stream()
                .limit(Math.max(0, periods - live - validate))
                .mapToInt(Integer::intValue)
                .sum();
        double share = (double) training / times.length;
        boolean enough = periods >= LEAST_PERIODS
                && share >= 1.0 / 3
                && share * survey.rows() >= Math.min(LEAST_TRAINING, survey.rows() / 2);
        LocalDate none = LocalDate.EPOCH;
        return enough
                ? Optional.of(new Clock(column, each, periods, validate, live, none, none, false, why))
                : Optional.empty();
    }

    private static Function<LocalDate, String> period(String each) {
        return switch (each) {
            case "month" -> day -> day.toString().substring(0, day.toString().length() - 3);
            case "week" ->
                day -> day.minusDays(day.getDayOfWeek().getValue() - 1L).toString();
            default -> LocalDate::toString;
        };
    }

    private static LocalDate day(long micros) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L)), ZoneOffset.UTC);
    }

    private static ProblemException unknown(Survey survey, String name) {
        List<String> names = survey.readable().stream()
                .filter(Clock::isTime)
                .map(Surveyed::name)
                .toList();
        List<String> all = survey.columns().stream().map(Surveyed::name).toList();
        return new ProblemException(Problem.of(ErrorCode.USAGE, "--time", "no such column")
                .value(name)
                .expected(names.isEmpty() ? "a column of times; there is none" : "one of " + String.join(", ", names))
                .next(Nearest.to(name, all)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("")));
    }
}

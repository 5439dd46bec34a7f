package dev.hansom.score.expression;

import java.util.Random;

/// Random texts of expressions over [Rows#SCHEMA], of every type.
///
/// Functions whose last bits differ between libraries stand only where nothing can jump on them.
final class RandomExpressions {
    private final Random random;

    RandomExpressions(Random random) {
        this.random = random;
    }

    String next() {
        int depth = 1 + random.nextInt(4);
        return switch (random.nextInt(7)) {
            case 0 -> number(depth);
            case 1 -> rough(depth);
            case 2 -> whole(depth);
            case 3 -> text(depth);
            case 4 -> moment(depth);
            case 5 -> date(depth);
            default -> truth(depth);
        };
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String number(int depth) {
        if (depth <= 0) {
            return pick("miles", "fare", "2.5", "0.0", "1e300", "-0.5", "100.0", "3", "1e-5");
        }
        int d = depth - 1;
        return switch (random.nextInt(17)) {
            case 0, 1, 2 -> "(" + numeric(d) + pick(" + ", " - ", " * ", " / ", " % ") + number(d) + ")";
            case 3 -> "(" + whole(d) + " / " + whole(d) + ")";
            case 4 -> "(- " + number(d) + ")";
            case 5 -> pick("abs(", "floor(", "ceil(", "sqrt(", "round(", "trunc(") + number(d) + ")";
            case 6 -> pick("round(", "trunc(") + number(d) + ", " + pick("0", "1", "2", "-1", "-2", "20", "400") + ")";
            case 7 -> pick("least(", "greatest(") + numeric(d) + ", " + number(d) + ", " + numeric(d) + ")";
            case 8 -> "coalesce(" + number(d) + ", " + numeric(d) + ")";
            case 9 -> "nullif(" + number(d) + ", " + numeric(d) + ")";
            case 10 -> cases(depth, number(d), numeric(d));
            case 11 -> "CAST(" + pick(whole(d), text(0), truth(d)) + " AS DOUBLE)";
            case 12 -> "epoch(" + time(d) + ")";
            case 13 -> "mod(" + number(d) + ", " + numeric(d) + ")";
            default -> number(0);
        };
    }

    private String numeric(int depth) {
        return random.nextBoolean() ? number(depth) : whole(depth);
    }

    private String rough(int depth) {
        int d = depth - 1;
        return switch (random.nextInt(4)) {
            case 0 -> pick("exp(", "ln(", "log2(", "log10(", "sin(", "cos(") + numeric(d) + ")";
            case 1 -> pick("pow(", "atan2(") + numeric(d) + ", " + numeric(d) + ")";
            case 2 -> "haversine(" + number(0) + ", " + number(0) + ", " + number(0) + ", " + numeric(0) + ")";
            default -> rough(d) + " * 3.0";
        };
    }

    private String whole(int depth) {
        if (depth <= 0) {
            return pick("PULocationID", "DOLocationID", "0", "1", "2", "7", "-3", "60", "9223372036854770001");
        }
        int d = depth - 1;
        return switch (random.nextInt(17)) {
            case 0, 1, 2 -> "(" + whole(d) + pick(" + ", " - ", " * ", " // ", " % ") + whole(d) + ")";
            case 3 -> "(- " + whole(d) + ")";
            case 4 -> pick("abs(", "sign(", "round(", "trunc(") + whole(d) + ")";
            case 5 -> "sign(" + number(d) + ")";
            case 6 -> pick("round(", "trunc(") + whole(d) + ", " + pick("0", "-1", "-2", "3") + ")";
            case 7 ->
                pick("year(", "quarter(", "month(", "week(", "day(", "hour(", "minute(", "second(") + time(d) + ")";
            case 8 -> pick("dayofweek(", "isodow(", "dayofyear(") + time(d) + ")";
            case 9 -> "date_diff('" + span() + "', " + time(d) + ", " + time(d) + ")";
            case 10 -> "date_part('" + pick("millisecond", "microsecond", "dow", "hours") + "', " + time(d) + ")";
            case 11 -> "length(" + text(d) + ")";
            case 12 -> "CAST(" + pick(number(d), text(0), truth(d)) + " AS BIGINT)";
            case 13 -> cases(depth, whole(d), whole(d));
            case 14 -> pick("coalesce(", "nullif(", "least(", "greatest(") + whole(d) + ", " + whole(d) + ")";
            case 15 -> "(" + date(d) + " - " + date(d) + ")";
            default -> whole(0);
        };
    }

    private String span() {
        return pick(
                "microsecond", "millisecond", "second", "minute", "hour", "day", "week", "month", "quarter", "year");
    }

    private String text(int depth) {
        if (depth <= 0) {
            return pick("flag", "word", "'a'", "''", "'it''s'", "'Ñ🤦'", "borough(PULocationID)", "tongue(flag)");
        }
        int d = depth - 1;
        return switch (random.nextInt(10)) {
            case 0 -> "(" + text(d) + " || " + any(d) + ")";
            case 1 -> pick("lower(", "upper(", "trim(") + text(d) + ")";
            case 2 -> "substring(" + text(d) + ", " + pick("0", "1", "2", "-2", "DOLocationID") + ", " + small() + ")";
            case 3 -> "substring(" + text(d) + ", " + small() + ")";
            case 4 -> "replace(" + text(d) + ", " + text(0) + ", " + text(0) + ")";
            case 5 -> cases(depth, text(d), text(d));
            case 6 -> pick("coalesce(", "nullif(", "least(", "greatest(") + text(d) + ", " + text(d) + ")";
            case 7 -> "CAST(" + any(d) + " AS VARCHAR)";
            case 8 -> "borough(" + whole(d) + ")";
            default -> text(0);
        };
    }

    private String small() {
        return pick("0", "1", "2", "-1", "-3", "100", "PULocationID");
    }

    private String time(int depth) {
        return random.nextInt(3) == 0 ? date(depth) : moment(depth);
    }

    private String moment(int depth) {
        if (depth <= 0) {
            return pick("pickup", "dropoff", "TIMESTAMP '2020-02-29 23:59:59.5'", "TIMESTAMP '1969-12-31 00:00:00'");
        }
        int d = depth - 1;
        return switch (random.nextInt(8)) {
            case 0 -> "date_trunc('" + span() + "', " + time(d) + ")";
            case 1 ->
                "(" + time(d) + pick(" + ", " - ") + "INTERVAL " + random.nextInt(40) + " "
                        + pick("DAY", "MONTH", "HOUR", "WEEK", "YEAR", "SECOND") + ")";
            case 2 -> cases(depth, moment(d), time(d));
            case 3 -> pick("coalesce(", "least(", "greatest(") + moment(d) + ", " + time(d) + ")";
            case 4 -> "CAST(" + pick(date(d), text(0)) + " AS TIMESTAMP)";
            case 5 ->
                "make_timestamp(" + pick("2021", "1969", "PULocationID") + ", " + pick("1", "2", "12", "13") + ", "
                        + pick("1", "29", "31", "DOLocationID") + ", " + pick("0", "23", "25") + ", 5, "
                        + pick("1.25", "59.999", "61.0") + ")";
            default -> moment(0);
        };
    }

    private String date(int depth) {
        if (depth <= 0) {
            return pick("day", "DATE '2021-03-28'", "DATE '1969-07-20'");
        }
        int d = depth - 1;
        return switch (random.nextInt(5)) {
            case 0 -> "CAST(" + pick(moment(d), text(0)) + " AS DATE)";
            case 1 -> "(" + date(d) + pick(" + ", " - ") + pick("1", "31", "-400") + ")";
            case 2 -> cases(depth, date(d), date(d));
            case 3 -> "coalesce(" + date(d) + ", " + date(d) + ")";
            default -> date(0);
        };
    }

    private String any(int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> number(depth);
            case 1 -> whole(depth);
            case 2 -> moment(depth);
            case 3 -> date(depth);
            case 4 -> truth(depth);
            default -> text(depth);
        };
    }

    private String truth(int depth) {
        if (depth <= 0) {
            return pick("night", "TRUE", "FALSE", "CAST(NULL AS BOOLEAN)");
        }
        int d = depth - 1;
        return switch (random.nextInt(13)) {
            case 0, 1 -> "(" + numeric(d) + comparison() + numeric(d) + ")";
            case 2 -> "(" + text(d) + comparison() + text(d) + ")";
            case 3 -> "(" + time(d) + comparison() + time(d) + ")";
            case 4, 5 -> "(" + truth(d) + pick(" AND ", " OR ") + truth(d) + ")";
            case 6 -> "(NOT " + truth(d) + ")";
            case 7 -> "(" + any(d) + pick(" IS NULL", " IS NOT NULL") + ")";
            case 8 ->
                "(" + numeric(d) + pick(" IN (", " NOT IN (") + pick(numeric(d), "0") + ", " + pick("1", "NULL", "2.5")
                        + "))";
            case 9 -> "(" + numeric(d) + pick(" BETWEEN ", " NOT BETWEEN ") + numeric(d) + " AND " + numeric(d) + ")";
            case 10 ->
                "(" + text(d) + " LIKE "
                        + pick(
                                "'a!%%' ESCAPE '!'",
                                "'%!_%' ESCAPE '!'",
                                "'!!%' ESCAPE '!'",
                                "'%a%'",
                                "'_'",
                                "'%_N'",
                                "''",
                                "'a\\%'",
                                text(0))
                        + ")";
            case 11 -> pick("contains(", "starts_with(") + text(d) + ", " + text(0) + ")";
            default -> "CAST(" + pick(numeric(d), text(0)) + " AS BOOLEAN)";
        };
    }

    private String comparison() {
        return pick(" = ", " <> ", " < ", " <= ", " > ", " >= ");
    }

    private String cases(int depth, String one, String other) {
        String end = random.nextBoolean() ? " ELSE " + other + " END" : " END";
        return random.nextBoolean()
                ? "CASE WHEN " + truth(depth - 1) + " THEN " + one + end
                : "CASE " + whole(0) + " WHEN " + whole(0) + " THEN " + one + " WHEN 74 THEN " + other + end;
    }
}

package dev.hansom.draft;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.List;
import java.util.regex.Pattern;

/// Columns that look like times and are not read as such: without a word, nobody would know why a table with dates has
/// no time.
final class OtherTimes {
    private static final double NEARLY = 0.99;
    private static final int LEAST = 20;
    private static final Pattern NAMED = Pattern.compile(
            "(?i:(^|[^a-z])(date|time|day|at|ts|dt|when|timestamp|epoch|created|started|datum|zeit|zeitstempel|tag|fecha"
                    + "|month|monat|mois|yyyymmdd|yyyymm)($|[^a-z]))|(?i:datetime|timestamp)|[a-z](Date|Time|At|Day)$");
    private static final Pattern DOUBTFUL = Pattern.compile("\\d{1,2}[/-]\\d{1,2}[/-](\\d{4}|\\d\\d)\\b.*");

    private OtherTimes() {}

    /// Whether a column is named like a time, so that its digits may be one.
    static boolean isNamed(String column) {
        return NAMED.matcher(column).find();
    }

    /// The columns of dates such as 04/05/2021, of which no row says what comes first.
    static List<String> doubtful(Survey survey) {
        return survey.readable().stream()
                .filter(column -> column.type() == Type.STRING)
                .map(Surveyed::name)
                .filter(name -> isDoubtful(survey.sample(), survey.index(name)))
                .toList();
    }

    private static boolean isDoubtful(Columns sample, int index) {
        int present = 0;
        int dates = 0;
        for (int row = 0; row < sample.size(); row++) {
            String text = sample.text(index, row);
            if (text != null) {
                present++;
                dates += text.length() < 40 && DOUBTFUL.matcher(text.strip()).matches() ? 1 : 0;
            }
        }
        return dates >= Math.max(LEAST, NEARLY * present);
    }
}

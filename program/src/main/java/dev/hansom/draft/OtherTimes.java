package dev.hansom.draft;

import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Columns that look like times in a form that is not read as one: without a word, nobody would know why a table
/// with dates has no time.
record OtherTimes(String column, String form) {
    private static final double NEARLY = 0.99;
    private static final int LEAST = 20;
    private static final Pattern NAMED =
            Pattern.compile("(?i)(^|_|\\b)(date|time|day|at|ts|when|timestamp|epoch|created|started)($|_|\\b)");
    private static final Map<String, Pattern> FORMS = forms();

    private static Map<String, Pattern> forms() {
        Map<String, Pattern> forms = new LinkedHashMap<>();
        forms.put("numbers with slashes, such as 04/18/2021", Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{2,4}\\b.*"));
        forms.put("days with dashes, such as 18-04-2021", Pattern.compile("\\d{1,2}-\\d{1,2}-\\d{4}\\b.*"));
        forms.put(
                "the month in letters, such as 18 Apr 2021",
                Pattern.compile(
                        "(?i)(\\w{3,9},? )?(\\d{1,2}[ -])?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -].*\\d.*"));
        forms.put("digits alone, such as 20210418", Pattern.compile("(19|20)\\d\\d(0[1-9]|1[0-2])([0-2]\\d|3[01])"));
        forms.put("seconds since 1970", Pattern.compile("1[0-9]{9}"));
        forms.put("milliseconds since 1970", Pattern.compile("1[0-9]{12}"));
        return forms;
    }

    /// All of a survey, in the order of its columns. Whole numbers need a name that says so.
    static List<OtherTimes> of(Survey survey) {
        List<OtherTimes> found = new ArrayList<>();
        for (Surveyed column : survey.readable()) {
            boolean number =
                    column.type() == Type.INT64 && NAMED.matcher(column.name()).find();
            if (column.type() == Type.STRING || number) {
                form(survey.sample(), survey.index(column.name()))
                        .ifPresent(form -> found.add(new OtherTimes(column.name(), form)));
            }
        }
        return found;
    }

    private static Optional<String> form(Columns sample, int index) {
        int present = 0;
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int row = 0; row < sample.size(); row++) {
            if (sample.isNull(index, row)) {
                continue;
            }
            present++;
            String text = sample.schema().type(index) == Type.STRING
                    ? String.valueOf(sample.text(index, row)).strip()
                    : String.valueOf(sample.integer(index, row));
            for (Map.Entry<String, Pattern> form : FORMS.entrySet()) {
                if (text.length() < 40 && form.getValue().matcher(text).matches()) {
                    counts.merge(form.getKey(), 1, Integer::sum);
                    break;
                }
            }
        }
        double least = Math.max(LEAST, NEARLY * present);
        return counts.entrySet().stream()
                .filter(form -> form.getValue() >= least)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}

package dev.hansom.data;

import java.util.ArrayList;
import java.util.List;

/// Splits the beginning of a CSV text into records, as RFC 4180 has it: to look at, not to read a file with.
final class CsvRecords {
    private final String text;
    private final char delimiter;
    private final char quote;
    private final char escape;
    private int at;

    private CsvRecords(String text, char delimiter, char quote, char escape) {
        this.text = text;
        this.delimiter = delimiter;
        this.quote = quote;
        this.escape = escape;
    }

    /// The first `most` records; lines with nothing on them are none.
    static List<List<String>> of(String text, char delimiter, char quote, char escape, int most) {
        CsvRecords records = new CsvRecords(text, delimiter, quote, escape);
        List<List<String>> found = new ArrayList<>();
        while (records.at < text.length() && found.size() < most) {
            List<String> record = records.record();
            if (record.size() > 1 || !record.getFirst().isEmpty()) {
                found.add(record);
            }
        }
        return found;
    }

    private List<String> record() {
        List<String> values = new ArrayList<>();
        while (true) {
            values.add(value());
            if (at >= text.length()) {
                return values;
            }
            char end = text.charAt(at++);
            if (end != delimiter) {
                if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
                    at++;
                }
                return values;
            }
        }
    }

    /// The next value; afterwards `at` is on what ends it.
    private String value() {
        if (quote != CsvFormat.NONE && at < text.length() && text.charAt(at) == quote) {
            at++;
            return quoted() + plain();
        }
        return plain();
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == escape && at < text.length() && (text.charAt(at) == quote || text.charAt(at) == escape)) {
                value.append(text.charAt(at++));
            } else if (next == quote) {
                return value.toString();
            } else {
                value.append(next);
            }
        }
        return value.toString();
    }

    private String plain() {
        int start = at;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == delimiter || next == '\n' || next == '\r') {
                break;
            }
            at++;
        }
        return text.substring(start, at);
    }
}

package dev.hansom.data;

import dev.hansom.project.CsvStyle;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Finds out how a CSV file is written, from its first megabyte and what a person says about it.
///
/// The delimiter is the one under which the records have the most even number of values; the header is a first record
/// whose texts stand over numbers; see [NumberStyle] for the decimal sign and [DateVote] for
/// dates.
final class CsvSniffer {
    private static final int RECORDS = 2_000;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final Pattern VALUE = Pattern.compile("[+-]?[0-9][0-9.,' ]*([eE][+-]?[0-9]+)?|\\d{1,4}[-/.]\\d.*");

    private final DataFile file;
    private final CsvStyle style;

    private CsvSniffer(DataFile file) {
        this.file = file;
        this.style = file.style();
    }

    /// How `file` is written. Errors: those of [CsvText].
    static CsvFormat of(DataFile file) {
        return new CsvSniffer(file).format();
    }

    private CsvFormat format() {
        Charset encoding = style.encoding().map(Charset::forName).orElseGet(() -> CsvText.encoding(file));
        String text = CsvText.head(file, encoding);
        int skip = 0;
        char said = CsvFormat.NONE;
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4) {
            // The first line by which spreadsheets tell one another the delimiter.
            said = text.charAt(4);
            int end = text.indexOf('\n');
            text = end < 0 ? "" : text.substring(end + 1);
            skip = 1;
        }
        char quote = style.quote().orElse('"');
        char escape = style.escape().orElse(quote);
        char delimiter = style.delimiter().orElse(said == CsvFormat.NONE ? delimiter(text, quote, escape) : said);
        List<List<String>> records = CsvRecords.of(text, delimiter, quote, escape, RECORDS);
        boolean header = style.header().orElseGet(() -> header(records));
        List<List<String>> rows = records.subList(Math.min(header ? 1 : 0, records.size()), records.size());
        NumberStyle numbers = NumberStyle.of(rows, delimiter);
        char decimal = style.decimal().orElse(numbers.decimal());
        return new CsvFormat(
                delimiter,
                quote,
                escape,
                encoding,
                decimal,
                style.thousands().orElse(numbers.thousands() == decimal ? CsvFormat.NONE : numbers.thousands()),
                style.dates().or(() -> DateVote.of(rows)),
                IntStream.range(0, records.isEmpty() ? 0 : records.getFirst().size())
                        .filter(column -> DateVote.isDoubtful(rows, column))
                        .boxed()
                        .toList(),
                signed(rows),
                header,
                skip,
                style.nulls().orElse(List.of()),
                style.nulls().isPresent(),
                names(records, header),
                header ? repeated(records) : List.of());
    }

    private char delimiter(String text, char quote, char escape) {
        boolean tabs = file.name().toLowerCase(Locale.ROOT).contains(".tsv");
        char best = tabs ? '\t' : ',';
        double most = 0;
        for (char candidate : DELIMITERS) {
            double evenness = evenness(CsvRecords.of(text, candidate, quote, escape, RECORDS));
            if (evenness > most) {
                most = evenness;
                best = candidate;
            }
        }
        return best;
    }

    /// The share of records that have as many values as the first, where that is more than one; more values break ties.
    private static double evenness(List<List<String>> records) {
        int width = records.isEmpty() ? 0 : records.getFirst().size();
        if (width < 2) {
            return 0;
        }
        long even = records.stream().filter(record -> record.size() == width).count();
        return (double) even / records.size() + Math.min(width, 10_000) * 1e-7;
    }

    /// Whether the first record is a header: no value of its own stands where all others are values, or all is text.
    private static boolean header(List<List<String>> records) {
        if (records.isEmpty()) {
            return true;
        }
        List<String> first = records.getFirst();
        boolean values = false;
        for (int column = 0; column < first.size(); column++) {
            boolean value = isValue(first.get(column));
            values |= value;
            if (!value && records.size() > 1 && areValues(records, column)) {
                return true;
            }
        }
        return !values;
    }

    private static boolean areValues(List<List<String>> records, int column) {
        boolean any = false;
        for (List<String> record : records.subList(1, records.size())) {
            String text = column < record.size() ? record.get(column).strip() : "";
            if (!text.isEmpty()) {
                if (!isValue(text)) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /// The columns in which some number has a sign.
    private static Set<String> signed(List<List<String>> rows) {
        Set<String> signed = new HashSet<>();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                if (SignedNumber.isSigned(row.get(column))) {
                    signed.add(CsvFormat.column(column));
                }
            }
        }
        return signed;
    }

    private static boolean isValue(String text) {
        return VALUE.matcher(SignedNumber.plainText(text).strip()).matches();
    }

    /// The names that a header has again, in whatever case.
    private static List<String> repeated(List<List<String>> records) {
        Set<String> seen = new HashSet<>();
        return records.stream()
                .limit(1)
                .flatMap(List::stream)
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !seen.add(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /// The names of the columns: those of the header, each once, or `column0`, `column1`, … .
    private static List<String> names(List<List<String>> records, boolean header) {
        if (records.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String text : records.getFirst()) {
            String plain = header && !text.isBlank() ? text.strip() : "column" + names.size();
            String name = plain;
            for (int i = 1; !seen.add(name); i++) {
                name = plain + "_" + i;
            }
            names.add(name);
        }
        return names;
    }
}

package dev.hansom.data;

import dev.hansom.project.DateOrder;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a CSV file is written. A character that is not used is [#NONE]. `dates` is what comes first in dates such as
/// 04/05/2021, if that is known, and `doubtful` are the columns of such dates, `signed` (by their names in SQL) those
/// of
/// numbers with signs of currencies and the like. `skip` lines come before the header;
/// `nulls` are
/// the texts that mean a missing value, besides nothing at all; `names` are the columns,
/// `repeated` the names that the header has again, in whatever case.
record CsvFormat(
        char delimiter,
        char quote,
        char escape,
        Charset encoding,
        char decimal,
        char thousands,
        Optional<DateOrder> dates,
        List<Integer> doubtful,
        Set<String> signed,
        boolean header,
        int skip,
        List<String> nulls,
        boolean nullsDeclared,
        List<String> names,
        List<String> repeated) {
    /// No such character.
    static final char NONE = '\0';

    CsvFormat {
        doubtful = List.copyOf(doubtful);
        signed = Set.copyOf(signed);
        nulls = List.copyOf(nulls);
        names = List.copyOf(names);
        repeated = List.copyOf(repeated);
    }

    /// The same with `order` for its dates.
    CsvFormat with(Optional<DateOrder> order) {
        return new CsvFormat(
                delimiter,
                quote,
                escape,
                encoding,
                decimal,
                thousands,
                order,
                doubtful,
                signed,
                header,
                skip,
                nulls,
                nullsDeclared,
                names,
                repeated);
    }

    /// The format as a person is shown it.
    String text() {
        return "delimiter " + shown(delimiter) + ", quote " + shown(quote) + ", " + encoding.name() + ", decimal "
                + shown(decimal) + (thousands == NONE ? "" : ", thousands " + shown(thousands))
                + (doubtful.isEmpty()
                        ? ""
                        : dates.map(order -> ", dates " + order.text()).orElse(""))
                + (header ? ", header" : ", no header");
    }

    /// What DuckDB reads from: the columns as texts under the names `c0`, `c1`, ….
    String relation(String path) {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            columns.append(i == 0 ? "" : ", ").append(Sql.text(column(i))).append(": 'VARCHAR'");
        }
        return "read_csv(" + Sql.text(path) + ", auto_detect=false, header=" + header + ", skip=" + skip + ", delim="
                + one(delimiter) + ", quote=" + one(quote) + ", escape=" + one(escape) + ", nullstr="
                + Sql.texts(nulls.isEmpty() ? List.of("") : withNothing()) + ", max_line_size=16777216, columns={"
                + columns + "})";
    }

    /// The name that column `index` has in [#relation].
    static String column(int index) {
        return "c" + index;
    }

    private List<String> withNothing() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(""), nulls.stream())
                .distinct()
                .toList();
    }

    private static String one(char character) {
        return character == NONE ? "''" : Sql.text(String.valueOf(character));
    }

    private static String shown(char character) {
        return switch (character) {
            case NONE -> "none";
            case '\t' -> "tab";
            case ' ', '\u00a0', '\u202f' -> "space";
            default -> String.valueOf(character);
        };
    }
}

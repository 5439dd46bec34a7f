package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a file that cannot be read is called: the problem for what DuckDB said, without values of its rows.
final class Unreadable {
    private static final Pattern LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    private static final Pattern WIDTH = Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");
    private static final Pattern JSON_LINE = Pattern.compile("in record/value (\\d+)");

    private Unreadable() {}

    /// The problem as an exception. Errors: `DATA_UNREADABLE`.
    static ProblemException of(DataFile file, Exception error) {
        String said = String.valueOf(error.getMessage());
        if (said.contains("Out of Memory Error")) {
            return new ProblemException(
                    Problem.of(ErrorCode.DATA_UNREADABLE, file.path().toString(), "too little memory to read the file")
                            .value(memory(said))
                            .expected("fewer columns, or more memory")
                            .next("name fewer fields; or give the machine more memory"),
                    error);
        }
        return new ProblemException(
                switch (file.format()) {
                    case CSV -> csv(file, said);
                    case JSON -> json(file, said);
                    case PARQUET -> damaged(file, said, "Parquet");
                },
                error);
    }

    private static String memory(String said) {
        Matcher used = Pattern.compile("[0-9.]+ [KMG]iB/[0-9.]+ [KMG]iB used").matcher(said);
        return used.find() ? used.group() : "";
    }

    private static Problem csv(DataFile file, String said) {
        Matcher line = LINE.matcher(said);
        String where = file.path() + (line.find() ? ": line " + line.group(1) : "");
        Matcher width = WIDTH.matcher(said);
        if (width.find()) {
            return Problem.of(ErrorCode.DATA_UNREADABLE, where, "the row does not have as many values as the header")
                    .value(width.group(2) + (width.group(2).equals("1") ? " value" : " values"))
                    .expected(width.group(1))
                    .next("mend the file; or " + file.by().style("delimiter"));
        }
        if (said.contains("not utf-8 encoded")) {
            return Problem.of(ErrorCode.DATA_UNREADABLE, where, "the text is not UTF-8 as that before it")
                    .expected("one encoding in the whole file")
                    .next("mend the file; or " + file.by().style("encoding"));
        }
        if (said.contains("unterminated quote")) {
            return Problem.of(ErrorCode.DATA_UNREADABLE, where, "a quote is opened and never closed")
                    .expected("a pair of quotes around a value, and two for one inside it")
                    .next("mend the file; or " + file.by().style("quote"));
        }
        return damaged(file, said, "CSV");
    }

    private static Problem json(DataFile file, String said) {
        Matcher line = JSON_LINE.matcher(said);
        if (line.find()) {
            return Problem.of(ErrorCode.DATA_UNREADABLE, file.path() + ": row " + line.group(1), "no JSON object")
                    .expected("one object a line, such as {\"distance\": 2.5}")
                    .next("mend the file, or " + file.by().without());
        }
        return damaged(file, said, "JSON lines");
    }

    private static Problem damaged(DataFile file, String said, String format) {
        String first = said.strip().lines().findFirst().orElse("");
        return Problem.of(ErrorCode.DATA_UNREADABLE, file.path().toString(), "the file is damaged or of another format")
                .value(first.strip().replaceFirst("^(Invalid Input|Invalid|IO|Parser) Error: ", ""))
                .expected(format)
                .next("fetch it again, or " + file.by().without());
    }
}

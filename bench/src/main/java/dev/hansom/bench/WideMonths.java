package dev.hansom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// A table of twenty columns, half measures and half codes, texts and times, made by DuckDB from row
/// numbers alone: a
/// file for each of five months.
final class WideMonths {
    private static final int MONTHS = 5;
    private static final String TARGET = "total";

    private WideMonths() {}

    /// Writes about `rows` rows and a project file into `folder`. Returns the project file.
    static Path write(Path folder, long rows) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            Files.createDirectories(folder.resolve("data"));
            for (int month = 1; month <= MONTHS; month++) {
                statement.execute("COPY (" + select(month, rows / MONTHS) + ") TO "
                        + "'" + folder.resolve("data/wide_2024-0" + month + ".parquet") + "'"
                        + " (FORMAT parquet, COMPRESSION zstd)");
            }
            return Files.writeString(folder.resolve("hansom.yaml"), project());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String select(int month, long rows) {
        StringBuilder sql = new StringBuilder("SELECT TIMESTAMP '2024-0" + month + "-01' + to_microseconds(CAST(i * "
                + (27L * 86_400_000_000L / rows) + " AS BIGINT)) AS at");
        for (int i = 0; i < 8; i++) {
            sql.append(", (hash(i, " + month + ", " + i + ") % 1000003) / 1000.0 AS measure" + i);
        }
        for (int i = 0; i < 6; i++) {
            sql.append(
                    ", CAST(hash(i, " + month + ", " + (20 + i) + ") % " + (10 + 60 * i) + " AS BIGINT) AS code" + i);
        }
        sql.append(", 'level ' || (hash(i, " + month + ", 40) % 25) AS word");
        sql.append(", 'name of ' || (hash(i, " + month + ", 41) % 100000) AS words");
        sql.append(", CASE WHEN hash(i, " + month
                + ", 42) % 10 < 3 THEN NULL ELSE (hash(i, 43) % 977) / 10.0 END AS gaps");
        sql.append(", TIMESTAMP '2024-0" + month + "-01' + to_microseconds(CAST(i * " + (27L * 86_400_000_000L / rows)
                + " + hash(i, 44) % 3600000000 AS BIGINT)) AS later");
        return sql.append(", (hash(i, " + month + ", 45) % 2 = 0) AS flag, (hash(i, " + month
                        + ", 0) % 1000003) / 2000.0"
                        + " + (hash(i, " + month + ", 46) % 1000003) / 1000.0 AS " + TARGET + " FROM range(" + rows
                        + ") r(i)")
                .toString();
    }

    private static String project() {
        StringBuilder text = new StringBuilder("""
                name: wide
                question: How much will it be?
                owner: me
                target: {name: amount, expression: total, unit: units, known_at: later}
                moments: [request, end]
                prediction: request
                time: at
                time_zone: UTC
                label_delay: 2h
                decide: {metric: mae, margin: 0.2, reason: it pays}
                data: {files: ["data/*.parquet"], source: made up, validate: 1, live: 0}
                fields:
                  at: {type: timestamp, known: request}
                """);
        for (int i = 0; i < 8; i++) {
            text.append("  measure" + i + ": {type: double, known: request}\n");
        }
        for (int i = 0; i < 6; i++) {
            text.append("  code" + i + ": {type: int64, known: request}\n");
        }
        for (String field : List.of("word: {type: string", "words: {type: string", "gaps: {type: double")) {
            text.append("  " + field + ", known: request}\n");
        }
        return text.append("""
                          later: {type: timestamp, known: end}
                          flag: {type: boolean, known: request}
                          total: {type: double, known: end}
                        rule: {expression: measure0 * 0.5 + 500, reason: what it was before}
                        features: {first: measure0, code: code1}
                        learner: {kind: ridge}
                        """).toString();
    }
}

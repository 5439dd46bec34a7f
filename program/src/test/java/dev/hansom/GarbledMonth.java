package dev.hansom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// A month of trips in which one column went wrong on its way here; everything else is as it was.
enum GarbledMonth {
    /// Somebody sends kilometres where miles are meant.
    KILOMETRES("trip_distance * 1.609344 AS trip_distance"),
    /// The pickup zone got lost.
    NO_PICKUP_ZONE("CAST(NULL AS BIGINT) AS PULocationID");

    private final String column;

    GarbledMonth(String column) {
        this.column = column;
    }

    /// Writes a garbled copy of `month` to `copy`.
    void copy(Path month, Path copy) throws SQLException, IOException {
        Files.createDirectories(copy.toAbsolutePath().getParent());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * REPLACE (" + column + ") FROM read_parquet('" + month + "')) TO '" + copy
                    + "' (FORMAT parquet)");
        }
    }
}

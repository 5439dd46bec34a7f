package dev.hansom.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The names of the columns of a Parquet file as the file has them. DuckDB takes upper and lower case as one, and calls
/// the second of two such columns by another name.
final class ParquetNames {
    private ParquetNames() {}

    /// In the order of the file; a column with parts counts once. `literal` is its path in SQL.
    static List<String> of(Engine engine, String literal) throws SQLException {
        List<String> names = new ArrayList<>();
        // The elements of the schema are a tree, depth first; how many elements of the one being passed over remain.
        long[] inside = {-1};
        engine.query("SELECT name, coalesce(num_children, 0)::BIGINT FROM parquet_schema(" + literal + ")", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                long children = chunk.vector(1).getLong(row);
                if (inside[0] < 0) {
                    inside[0] = 0;
                } else if (inside[0] == 0) {
                    names.add(chunk.vector(0).getString(row));
                    inside[0] = children;
                } else {
                    inside[0] += children - 1;
                }
            }
        });
        return names;
    }
}

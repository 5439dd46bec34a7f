package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// DuckDB with the rows of some columns in a table, to say what an expression should answer.
final class Oracle implements AutoCloseable {
    private final Connection connection;

    Oracle(Columns rows) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("CREATE TABLE rows (row INTEGER, "
                    + rows.schema().columns().stream()
                            .map(column -> Sql.name(column.name()) + " " + Sql.type(column.type()))
                            .collect(Collectors.joining(", "))
                    + ")");
        }
        fill(rows);
    }

    private void fill(Columns rows) throws SQLException {
        Schema schema = rows.schema();
        String places = schema.columns().stream()
                .map(column -> column.type() == Type.TIMESTAMP
                        ? "make_timestamp(?::BIGINT)"
                        : column.type() == Type.DATE ? "DATE '1970-01-01' + ?::INTEGER" : "?")
                .collect(Collectors.joining(", "));
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO rows VALUES (?, " + places + ")")) {
            for (int row = 0; row < rows.size(); row++) {
                insert.setInt(1, row);
                for (int i = 0; i < schema.size(); i++) {
                    insert.setObject(i + 2, value(rows, i, row));
                }
                insert.execute();
            }
        }
    }

    private static Object value(Columns rows, int column, int row) {
        if (rows.isNull(column, row)) {
            return null;
        }
        return switch (rows.schema().type(column)) {
            case DOUBLE -> rows.number(column, row);
            case STRING -> rows.text(column, row);
            case BOOLEAN -> rows.integer(column, row) == 1;
            case INT64, TIMESTAMP, DATE -> rows.integer(column, row);
        };
    }

    /// The answers row by row, expression by expression, as [Rows#answer] gives them.
    List<List<Object>> answers(List<String> sql, List<Type> types) throws SQLException {
        String select = IntStream.range(0, sql.size())
                .mapToObj(i -> readable(sql.get(i), types.get(i)))
                .collect(Collectors.joining(", ", "SELECT ", " FROM rows ORDER BY row"));
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(select)) {
            List<List<Object>> answers = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 0; i < types.size(); i++) {
                    row.add(result.getObject(i + 1));
                }
                answers.add(row);
            }
            return answers;
        }
    }

    /// Where the expressions and DuckDB disagree, in words; empty if nowhere.
    List<String> disagreements(List<Expression> expressions, Columns columns) throws SQLException {
        List<List<Object>> theirs;
        try {
            theirs = answers(
                    expressions.stream().map(Expression::sql).toList(),
                    expressions.stream().map(Expression::type).toList());
        } catch (SQLException e) {
            return expressions.size() == 1
                    ? List.of(expressions.get(0).text() + " fails: " + e.getMessage() + " in "
                            + expressions.get(0).sql())
                    : oneByOne(expressions, columns);
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            for (int row = 0; row < columns.size(); row++) {
                Object ours = Rows.answer(expressions.get(i), columns, row);
                if (!agree(ours, theirs.get(row).get(i))) {
                    found.add(expressions.get(i).text() + " is " + ours + ", DuckDB says "
                            + theirs.get(row).get(i) + " for " + shown(columns, row) + " by "
                            + expressions.get(i).sql());
                    break;
                }
            }
        }
        return found;
    }

    private List<String> oneByOne(List<Expression> expressions, Columns columns) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Expression each : expressions) {
            found.addAll(disagreements(List.of(each), columns));
        }
        return found;
    }

    private static String shown(Columns columns, int row) {
        return IntStream.range(0, columns.schema().size())
                .mapToObj(i -> columns.schema().name(i) + "=" + value(columns, i, row))
                .collect(Collectors.joining(" "));
    }

    /// What DuckDB answers to SQL that stands alone, as text.
    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT CAST((" + sql + ") AS VARCHAR)")) {
            result.next();
            return result.getString(1);
        }
    }

    private static String readable(String sql, Type type) {
        return switch (type) {
            case TIMESTAMP -> "epoch_us(" + sql + ")";
            case DATE -> "CAST(date_diff('day', DATE '1970-01-01', " + sql + ") AS BIGINT)";
            case DOUBLE, INT64, STRING, BOOLEAN -> sql;
        };
    }

    /// Whether two answers are the same; numbers of functions may differ in the last bits.
    static boolean agree(Object ours, Object theirs) {
        if (ours instanceof Double a && theirs instanceof Double b) {
            return a.doubleValue() == b.doubleValue()
                    || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b))
                    || Math.abs(a - b) < 1e-300;
        }
        return ours == null ? theirs == null : ours.equals(theirs);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package dev.tilab.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An index of a table in H2, which holds the columns once more. H2 sums up nothing of a page's contents, so a row that was
 * changed or dropped in the file shows itself only where the two disagree.
 *
 * @param columns names of the indexed columns, in order
 */
record StoreIndex(String name, String table, List<String> columns) {

    /** All indexes of all tables that are not H2's own. */
    static List<StoreIndex> all(Connection store) throws SQLException {
        Map<String, StoreIndex> found = new LinkedHashMap<>();
        try (Statement statement = store.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select index_name, table_name, column_name from information_schema.index_columns
                        where index_schema = 'PUBLIC' order by index_name, ordinal_position""")) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getString(1), name -> new StoreIndex(name, tableOf(rows), new ArrayList<>()))
                        .columns()
                        .add(rows.getString(3));
            }
        }
        return List.copyOf(found.values());
    }

    private static String tableOf(ResultSet row) {
        try {
            return row.getString(2);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it holds exactly what the table does. */
    boolean agrees(Connection store) throws SQLException {
        return sum(store, byTable()).equals(sum(store, byIndex()));
    }

    /** Reads the columns out of the table. */
    String byTable() {
        return "select _rowid_, " + String.join(", ", quoted()) + " from " + quoted(table) + " use index ()";
    }

    /** Reads them out of the index: what is asked for in its order is read in it. */
    String byIndex() {
        return "select _rowid_, " + String.join(", ", quoted()) + " from " + quoted(table) + " use index (" + quoted(name)
                + ") order by " + String.join(", ", quoted());
    }

    private List<String> quoted() {
        return columns.stream().map(StoreIndex::quoted).toList();
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** @param sum of the rows' hashes, so that their order does not matter */
    private record Sum(long rows, long sum) {}

    private static Sum sum(Connection store, String query) throws SQLException {
        long count = 0;
        long sum = 0;
        try (Statement statement = store.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                long hash = 0;
                for (int i = 1; i <= width; i++) {
                    String value = rows.getString(i);
                    hash = hash * 0x9E3779B97F4A7C15L + (value == null ? 1 : value.hashCode());
                }
                count++;
                sum += hash ^ hash >>> 32;
            }
        }
        return new Sum(count, sum);
    }
}

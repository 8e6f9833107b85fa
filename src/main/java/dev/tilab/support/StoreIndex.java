package dev.tilab.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An index of a table in H2, which names each row once more. A row that was dropped in the file shows itself only where an index
 * still knows of it.
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

    /** @param rows numbers of the table's rows, ascending */
    boolean leadsToNoneBut(long[] rows, Connection store) throws SQLException {
        try (Statement statement = store.createStatement();
                ResultSet found = statement.executeQuery(numbers())) {
            while (found.next()) {
                if (Arrays.binarySearch(rows, found.getLong(1)) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Reads the numbers of the rows out of the index: what is asked for in its order is read in it. */
    String numbers() {
        return "select _rowid_ from " + quoted(table) + " use index (" + quoted(name) + ") order by "
                + String.join(", ", quoted());
    }

    private List<String> quoted() {
        return columns.stream().map(StoreIndex::quoted).toList();
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
